_briefx() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options= values=
    COMPREPLY=()
    if (( COMP_CWORD == 1 )); then
        COMPREPLY=($(compgen -W 'extract check rules schema completion --version -h --help' -- "$word"))
        return
    fi
    case ${COMP_WORDS[1]} in
    extract)
            options='-f --format --json -o --output --input-format --reference-date --only --merge --lexicon --explain -j --jobs -q --quiet --verbose --debug -h --help'
            case $before in
                -f|--format) values='json jsonl markdown brat web-annotation' ;;
                --input-format) values='auto text jsonl' ;;
                --only) values='actors claims quotes dates' ;;
            esac
        ;;
    check)
            options='-h --help'
        ;;
    rules)
            options='-h --help'
        ;;
    schema)
            options='-h --help'
        ;;
    completion)
            options='-h --help'
            values='bash zsh fish'
        ;;
    esac
    if [[ -n $values ]]; then
        COMPREPLY=($(compgen -W "$values" -- "$word"))
    elif [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    fi
}
complete -o bashdefault -o default -F _briefx briefx
