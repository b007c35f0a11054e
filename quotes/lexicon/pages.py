"""What stands around the story on a web page: what comes after it, the entries of readers, credits of pictures."""

import re

BEYOND = re.compile(
    r"""^\W*(?:\d+\s+)?(?:
      (?:(?:leave\ a|view|read|show|join\ the)\ )?(?:comments?|conversation|discussion)\b
    | (?:you\ (?:may|might)\ also|related\ (?:articles|stories|topics|news|content)|more\ (?:from|stories|on|news|in)\b
        |most\ (?:read|popular)|recommended|trending|up\ next|read\ next|about\ the\ author|topics?\b|tags?\b)
    | copyright | ©
    | (?:kommentare?|leserkommentare)\b | mehr\ (?:zum\ thema|aus|von)\b | meistgelesen | am\ beliebtesten
        | auch\ interessant | das\ könnte | über\ (?:den\ autor|die\ autorin)\b | (?:themen|schlagworte)\b
    | commentaires?\b | à\ lire\ aussi | sur\ le\ même\ (?:sujet|thème) | les\ plus\ lus
    | comentarios?\b | lo\ más\ (?:leído|visto) | más\ (?:noticias|información) | te\ puede\ interesar
    | (?:à\ propos\ de\ l.auteur|sobre\ el\ autor)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""A short line that heads what follows upon a story: comments, other stories, the author, the topics."""

ENTRY = re.compile(
    r"""\b(?:\d+|an?|one)\s+(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b
    | \bvor\s+\w+\s+(?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\b
    | \bil\s+y\s+a\s+\d+ | \bhace\s+(?:\d+|una?)\s+(?:minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)
    | ^\W*(?:reply|replies|antworten|répondre|responder|upvote|report\ abuse|like\ reply)\W*$
    | ^\W*(?:rating|likes?|votes?)\W*\d+ | \b\d+\s+(?:likes?|votes?|upvotes?|repl(?:y|ies))\b
    | ^(?:\w+\s+){1,3}(?:says|said|wrote|schreibt|dit|dice)\s*:$""",
    re.IGNORECASE | re.VERBOSE,
)
"""A short line beside what a reader wrote: how long ago, votes, "reply"."""

_AGENCIES = (
    r"Getty(?:\ Images)?|GETTY(?:\ IMAGES)?|Reuters|REUTERS|AFP|AP|APA|ANP|ANSA|EFE|EPA|epa|dpa|DPA|IMAGO|[Ii]mago"
    r"|Keystone|KEYSTONE|PA(?:\ Images)?|Shutterstock|Alamy|Unsplash|Pixabay|iStock|[Pp]icture[ -][Aa]lliance"
)

CREDIT = re.compile(
    rf"""(?:(?<!\d)/|[|©]|\bvia)\s*(?:[^.,!?]{{0,30}}\b)?(?:{_AGENCIES})\b[^.!?]{{0,30}}[.)\]]*$
    | (?<![.!?…])\s\((?:[^()]{{0,60}}\W)?(?:{_AGENCIES})\b[^()]{{0,30}}\)\.?$
    | (?:^|[\s(])(?:Photos?|Photograph|Image|Picture|Pic|Fotos?|Bild(?:er)?|Quelle|Credits?|Crédits?|Imagen|Fotografía
        |Illustration|Grafik|Infografik)\s*(?:[Bb]y|[Cc]redits?|[Cc]ourtesy(?:\ of)?|[:©/])
        \s*:?\s*(?=[A-ZÀ-Þ@©])[^!?]{{2,80}}$
    | ©[^.!?]{{2,60}}$""",
    re.VERBOSE,
)
"""The line ends with who made its picture. An agency behind a full stop, "(dpa)", is the source of the story itself."""
