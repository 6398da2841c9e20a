#compdef briefx
_briefx() {
    local -a commands
    commands=(
        'extract:make briefs of news articles'
        'check:say what is wrong in an index and its files'
        'rules:list the rules, or show one whole'
        'schema:print the JSON Schema of the output'
        'completion:print a script that completes briefx in a shell'
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        _arguments '--version[show the version]' '-h[show this help]' '--help[show this help]'
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
        extract)
            _arguments -s \
                '-f[json, jsonl, markdown, brat or web-annotation; default - by the ending of -o, else markdown to a terminal, json elsewhere]:FORMAT:(json jsonl markdown brat web-annotation)' \
                '--format[json, jsonl, markdown, brat or web-annotation; default - by the ending of -o, else markdown to a terminal, json elsewhere]:FORMAT:(json jsonl markdown brat web-annotation)' \
                '--json[short for --format json]' \
                '-o[write to FILE, whole or not at all; for brat also a folder]:FILE:_files' \
                '--output[write to FILE, whole or not at all; for brat also a folder]:FILE:_files' \
                '--input-format[auto, text or jsonl; default - by the ending]:FORMAT:(auto text jsonl)' \
                '--reference-date[what relative dates are counted from; default - the day of publication]:YYYY-MM-DD: ' \
                '--only[just these - actors, claims, quotes, dates (several with commas)]:PART:(actors claims quotes dates)' \
                '--merge[one brief over all documents - in Markdown alone, in JSON beside the single ones]' \
                '--lexicon[a TOML file of your own names, titles, verbs]:FILE:_files' \
                '--explain[say of each item which rule found it, from what evidence, and how often it was right]' \
                '-j[processes; default 1; 0 - one a processor]:N: ' \
                '--jobs[processes; default 1; 0 - one a processor]:N: ' \
                '-q[no progress; failures are still named]' \
                '--quiet[no progress; failures are still named]' \
                '--verbose[a line for each document, and its warnings]' \
                '--debug[show where a fault in briefx itself arose]' \
                '-h[show this help]' \
                '--help[show this help]' \
                '*:file:_files'
        ;;
        check)
            _arguments -s \
                '-h[show this help]' \
                '--help[show this help]' \
                '*:file:_files'
        ;;
        rules)
            _arguments -s \
                '-h[show this help]' \
                '--help[show this help]' \
                '*:file:_files'
        ;;
        schema)
            _arguments -s \
                '-h[show this help]' \
                '--help[show this help]'
        ;;
        completion)
            _arguments -s \
                '-h[show this help]' \
                '--help[show this help]' \
                '1:SHELL:(bash zsh fish)'
        ;;
    esac
}
compdef _briefx briefx
