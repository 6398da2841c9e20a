"""Scripts that complete briefx in a shell, made from the rows of the command line."""
from __future__ import annotations

from briefx.options import COMMANDS, TOP_OPTIONS, Command, Option, UsageError


def script(shell: str) -> str:
    """Returns the script for bash, zsh or fish. Raises UsageError for another shell."""
    makers = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    if shell not in makers:
        raise UsageError(f"SHELL is {', '.join(makers)}, not {shell!r}", "completion")
    return makers[shell]()


def _bash() -> str:
    cases = "\n".join(f"    {command.name})\n{_bash_command(command)}\n        ;;" for command in COMMANDS)
    top = " ".join([command.name for command in COMMANDS] + _names(TOP_OPTIONS))
    return f"""\
_briefx() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} options= values=
    COMPREPLY=()
    if (( COMP_CWORD == 1 )); then
        COMPREPLY=($(compgen -W '{top}' -- "$word"))
        return
    fi
    case ${{COMP_WORDS[1]}} in
{cases}
    esac
    if [[ -n $values ]]; then
        COMPREPLY=($(compgen -W "$values" -- "$word"))
    elif [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    fi
}}
complete -o bashdefault -o default -F _briefx briefx
"""


def _bash_command(command: Command) -> str:
    lines = [f"            options='{' '.join(_names(command.options))}'"]
    if command.values:
        lines.append(f"            values='{' '.join(command.values)}'")
    valued = [f"                {'|'.join(_names((option,)))}) values='{' '.join(option.values)}' ;;"
              for option in command.options if option.values]
    if valued:
        lines += ["            case $before in", *valued, "            esac"]
    return "\n".join(lines)


def _zsh() -> str:
    commands = "\n".join(f"        '{command.name}:{_quoted(command.summary)}'" for command in COMMANDS)
    cases = "\n".join(
        f"        {command.name})\n            _arguments -s \\\n"
        + " \\\n".join(f"                {argument}" for argument in _zsh_arguments(command)) + "\n        ;;"
        for command in COMMANDS)
    return f"""\
#compdef briefx
_briefx() {{
    local -a commands
    commands=(
{commands}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        _arguments {' '.join(argument for option in TOP_OPTIONS for argument in _zsh_option(option))}
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
{cases}
    esac
}}
compdef _briefx briefx
"""


def _zsh_arguments(command: Command) -> list[str]:
    arguments = [argument for option in command.options for argument in _zsh_option(option)]
    if command.values:
        arguments.append(f"'1:{command.operand}:({' '.join(command.values)})'")
    elif command.operand:
        arguments.append("'*:file:_files'")
    return arguments


def _zsh_option(option: Option) -> list[str]:
    told = f"[{_quoted(option.help.replace(chr(10), ' '))}]"
    value = ""
    if option.value:
        choices = "_files" if option.files else f"({' '.join(option.values)})" if option.values else " "
        value = f":{option.value}:{choices}"
    return [f"'{name}{told}{value}'" for name in _names((option,))]


def _fish() -> str:
    no_command = "__fish_use_subcommand"
    lines = ["complete -c briefx -f", *(_fish_line(no_command, option) for option in TOP_OPTIONS)]
    for command in COMMANDS:
        lines.append(f"complete -c briefx -n {no_command} -a {command.name} -d '{_quoted(command.summary)}'")
        seen = f"'__fish_seen_subcommand_from {command.name}'"
        if command.values:
            lines.append(f"complete -c briefx -n {seen} -a '{' '.join(command.values)}'")
        elif command.operand:
            lines.append(f"complete -c briefx -n {seen} -F")
        lines += [_fish_line(seen, option) for option in command.options]
    return "\n".join(lines) + "\n"


def _fish_line(condition: str, option: Option) -> str:
    words = [f"complete -c briefx -n {condition} -l {option.name[2:]}"]
    if option.short:
        words.append(f"-s {option.short[1:]}")
    if option.files:
        words.append("-r -F")
    elif option.values:
        words.append(f"-x -a '{' '.join(option.values)}'")
    elif option.value:
        words.append("-x")
    return " ".join([*words, f"-d '{_quoted(option.help.replace(chr(10), ' '))}'"])


def _names(options: tuple[Option, ...]) -> list[str]:
    return [name for option in options for name in (option.short, option.name) if name]


def _quoted(text: str) -> str:
    """Returns a text as it can stand between single quotation marks, and in zsh between brackets."""
    return text.replace("'", "’").replace("[", "(").replace("]", ")").replace(":", " -")
