"""A grammar over the forms that councils publish: it prints whole documents whose answers are known.

    said       the noun: words, and what they mean
    speech     the grammar: rules from `grammar/*.txt`, expanded by a seeded chance
    money terms days posts    what rules cannot spell: values with their words
    figures planted           figures that agree, and one that does not
    limbs operative           the operative part: moods, lead-ins, numbering
    page notices meetings forms    whole documents of each kind
    documents  all kinds in turn: `python -m generator 500 FOLDER`

A development package: it is not shipped. Sentences and names are our own.
"""
