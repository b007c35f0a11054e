"""Phrases of paragraphs that are not the story: pleas, newsletters, links, credits, legal lines.

English, German, French and Spanish. WHOLE, BEGINS and SAYS tell by themselves; the rest are weighed against one another
(`quotes.appeals`), for a story may be about newsletters, cookies or donations.
"""

import re

WHOLE = re.compile(
    r"""^\W*(?:
      !?\[[^\]]*\]\([^)\s]+\)                                  # an image or link in Markdown
    | <[^>]+>(?:\s*</[^>]+>)?                                  # a tag
    | (?:https?://|www\.)\S+
    | advertise?ment(?:\s+\d+)?(?:\s*story\s+continues\s+below)? | sponsored(?:\s+content)? | anzeige | werbung
        | publicité | publicidad
    | remind\s+me\s+later | skip\s+to\s+(?:main\s+)?content | loading.{0,3} | story\s+continues\s+below.*
    | (?:share|print|email|e-mail|comments?|reply|menu|search|close|subscribe|log\s?in|sign\s?in|register|tweet
        |pin\s+it|save|back\s+to\s+top|powered\s+by\s+[\w.-]+(?:\s+[\w.-]+)?)
    | (?:teilen|drucken|merken|kommentare?|startseite|suche|anmelden|impressum|partager|imprimer|commentaires?
        |compartir|imprimir|comentarios)
    | dear\s+readers? | liebe\s+leser(?:innen)?.{0,30} | chers?\s+lecteurs?.{0,30} | queridos\s+lectores
    | (?:a|an)\s+(?:important\s+)?(?:message|note|appeal)\s+from\s+.{2,60}
    | (?:photo|image|foto|bild|picture|video|fotos|bilder|crédit|credit|source|quelle)\s*(?:credit|by
        |courtesy)?\s*[:©].{0,120}
    | (?:getty(?:\s+images)?|reuters|ap|afp|dpa|epa|shutterstock|imago)(?:\s*[/|,-].{0,60})?
    | ©.{0,160} | copyright\s+(?:©|\(c\)|\d{4}).{0,200} | all\s+rights\s+reserved\W*
    | wie\s+hat\s+(?:ihnen|dir|euch)\s+(?:dieser|der)\s+(?:artikel|text|beitrag)\s+gefallen
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The paragraph is this and nothing else."""

_THIS_TEXT = r"""(?:
      this\s+(?:article|story|post|report|piece|version|column|essay|interview|content|translation)\s+
        (?:(?:was|is|has|have|may|also|been|be|contains?)\s+){1,3}
        (?:(?:first|originally|previously|automatically|last)\s+)?
        (?:published|appeared|updated|revised|corrected|amended|translated|produced|provided|republished|adapted|supported
          |funded|sponsored|edited|compiled|reprinted|part\s+of|affiliate|made\s+possible)
    | this\s+(?:article|story|post|report|piece)\s+(?:first|originally)?\s*(?:appeared|contains\s+affiliate)
    | dies(?:er|e|es|ist\s+eine)\s+(?:artikel|text|beitrag|meldung|interview|maschinelle)\s+
        (?:(?:ist|wurde|erschien|übersetzung)\s*)(?:.{0,40}\b(?:zuerst|ursprünglich|erstmals|erschienen|veröffentlicht
        |aktualisiert|übersetz\w+|original\w*|artikels)\b)?
    | cet\s+article\s+(?:est|a\s+été|fait)\s+.{0,30}(?:réservé|publié|initialement|traduit|mis\s+à\s+jour|partie)
    | este\s+artículo\s+(?:es|fue|se|ha\s+sido)\s+.{0,30}(?:exclusivo|publi\w+|original\w*|traduc\w+|actualiz\w+)
    )"""

BEGINS = re.compile(
    rf"""^\W*(?:
      (?:read|see|watch|listen)\s+(?:more|also|next|the\s+full\s+(?:story|article))\b | (?:also|more)\s+(?:read
          |on\s+this|from)\b | related(?:\s+\w+)?\s*:
    | (?:additional\s+)?reporting\s+by\b | \(?\s*(?:additional\s+)?(?:reporting|writing|editing
        |compiled)\s+by\b | with\s+(?:reporting\s+by|files\s+from|reports?\s+from)\b
    | (?:sign|signing)\s+up\s+(?:for|to)\b | subscribe\s+(?:to|now|for|here|today)\b | follow\s+(?:us
        |\w+\s?\w*\s+on|@)\b | like\s+us\s+on\b
    | click\s+(?:here|to|on)\b | download\s+(?:the|our)\s+(?:\w+\s+){{0,3}}app\b
        | join\s+(?:our|the\s+conversation|us\s+(?:on|at|in)|more\s+than)\b
        | get\s+(?:the\s+latest|our|your\s+daily|breaking|daily)\b
    | {_THIS_TEXT}
    | (?:a\s+version|an\s+earlier\s+version)\s+of\s+this\b | correction\s*: | editor[’']?s?[’']?s?\s+note\b
        | update[d]?\s*:\s
    | the\s+(?:opinions|views)\s+expressed\b | (?:send|email)\s+(?:us|tips|your)\b | contact\s+(?:us
        |the\s+(?:author|reporter|writer))\b
    | (?:weiterlesen|lesen\s+sie\s+(?:auch|mehr|hier)|mehr\s+zum\s+thema|mehr\s+dazu\b|hier\s+(?:geht\s+(?:es|['’]?s)
        |finden\s+sie)|zum\s+newsletter|abonnieren\s+sie|das\s+könnte\s+(?:sie|dich|euch)\s+(?:auch\s+)?interessieren)\b
    | (?:quelle\s*:|mit\s+(?:material|informationen)\s+(?:von|der|des)\b|hinweis\s+der\s+redaktion\b)
    | (?:lire\s+(?:aussi|également|la\s+suite|l’article|l'article)|à\s+lire\s+aussi|abonnez-vous|inscrivez-vous
        |recevez\s+(?:notre|nos|chaque|toute|l.actualité)|retrouvez\s+(?:nous|notre|nos|tous?|toutes?)|suivez-nous
        |la\s+suite\s+(?:après|est\s+réservée))\b
    | (?:leer?\s+(?:más|también|además)|suscríbete|suscríbase|regístrate|síguenos|con\s+información\s+de)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The paragraph begins so."""

SAYS = re.compile(
    r"""(?:
      \b(?:all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés
        |reservados\s+todos\s+los\s+derechos|todos\s+los\s+derechos\s+reservados|registered\s+trademark)\b
    | \bmay\s+not\s+be\s+(?:published|reproduced|copied|used|redistributed)\b
        | \b(?:do|does)\s+not\s+necessarily\s+(?:reflect|represent)\b
        | \brepublished?\s+(?:this\s+article|with\s+permission) | \bcreative\s+commons\s+licen[cs]e
    | \baffiliate[\s-]+(?:links?|commission|partner) | \bassociates\s+program\b
        | \b(?:earn|receive|erhalten\s+wir)\s+(?:us\s+)?(?:an?|eine)\s+(?:small\s+)?(?:commission|provision)\b
        | \bliens?\s+affiliés?\b | \benlaces?\s+de\s+afiliad
    | \bplease\s+(?:consider\s+(?:supporting|subscribing|donating|making|a)|support|donate|subscribe|enable|check\s+your
        |click|sign\s+(?:up|in)|enter|provide\s+a\s+valid|try\s+again|update\s+your|turn\s+off)\b
    | \b(?:valid\s+e-?mail|your\s+(?:e-?mail\s+address|inbox|browser\s+(?:does|settings)))\b
    | \b(?:already\s+a\s+subscriber|unsubscribe\s+at\s+any|cancel\s+(?:at\s+)?any\s?time|for\s+subscribers\s+only)\b
    | \byou\s+(?:agree|consent)\s+to\s+(?:our|the|receive)\b
        | \bby\s+(?:clicking|signing\s+up|subscribing|using\s+this)\b
    | \bthank(?:s|\s+you)\s+for\s+(?:signing\s+up|subscribing|reading\s+(?:this|our)|your\s+support)
        | \bif\s+you\s+(?:enjoyed|liked|value|appreciate)\s+(?:this|our|reading)\b
    | \b(?:advertisement|ad)\s+has\s+not\s+loaded\b | \b(?:article|story)\s+continues\s+(?:below|after)\b
    | \bwe,\s+the\s+(?:journalists|reporters|editors|writers|publishers|staff|team)\b
        | \bwir,\s+die\s+(?:redaktion|journalist\w*)\b | \bnous,\s+(?:les\s+)?journalistes\b
        | \bnosotros,\s+los\s+periodistas\b
        | \bcontributed\s+to\s+this\s+(?:report|article|story|piece) | \bour\s+(?:journalism|newsroom)\b
    | \b(?:post|view|see\s+all|load\s+more|hide|show|sort|read\s+all)\s+(?:a\s+)?comments?\b
        | \bcomments?\s+(?:are\s+(?:closed|moderated|subject)|policy|section\s+guidelines|must\s+be|may\s+take)
        | \bkeep\s+comments\b
    | \bfollow\s+(?:us|him|her|them|me|the\s+\w+)\s+on
        \s+(?:twitter|x\b|facebook|instagram|bluesky|threads|tiktok|linkedin)
    | \b(?:an\s+dieser\s+stelle\s+(?:finde|befinde)\w*\s.{0,30}extern|externe[nr]?\s+inhalte?\b.{0,80}\b(?:anzeigen
        |angezeigt|laden|klick)|privatsphäre-einstellungen|an\s+drittplattformen\s+übermittelt)
    | \b(?:nur\s+für\s+abonnent|jetzt\s+(?:spenden|abonnieren|testen|anmelden)\b|(?:probe|digital)abo\b
        |unterstützen\s+sie\s+(?:uns|unser)|braucht\s+(?:deine|eure|ihre)\s+unterstützung
        |unsere\s+arbeit\s+(?:unterstützen|finanzieren)|ihre\s+(?:spende|unterstützung)\s+(?:hilft|macht|ermöglicht|sichert))
    | \b(?:abonnier\w*|folg\w*)\s.{0,40}\bwhatsapp | \bmelden\s+sie\s+sich\s+(?:hier|jetzt)\b
    | \b(?:réservée?s?\s+aux\s+abonnés|il\s+vous\s+reste\s+[\d.,]+\s*%|déjà\s+abonné|contenu\s+(?:externe|tiers)
        |en\s+cliquant\s+sur|faites\s+un\s+don|soutenez(?:-nous|\s+(?:notre|nos|un\s+journalisme))|votre\s+(?:soutien|don)\b)
    | \b(?:(?:solo|exclusiv[oa]s?)\s+para\s+suscriptores|tu\s+suscripción|contenido\s+externo|apóyanos
        |haz\s+una\s+donación|tu\s+(?:apoyo|donación)\b|al\s+hacer\s+clic|recibe\s+en\s+tu\s+correo)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The paragraph speaks of its own text, of rights, of the reader's account, or asks for something."""

TOPICS = re.compile(
    r"""\b(?:newsletters?|boletín|boletines|unsubscribe|inbox|mailing\s+list|push\s+notifications?|paywall
    |cookies?|privacy\s+policy|terms\s+(?:of|and)\s+(?:use|service|conditions)|datenschutz(?:erklärung)?
    |nutzungsbedingungen|politique\s+de\s+confidentialité|données\s+personnelles|política\s+de\s+privacidad
    |javascript|ad\s?-?\s?blockers?|adblock|captcha|(?:log|sign)\s+in\s+to|create\s+an\s+account
    |your\s+(?:support|donation|contribution)|support\s+(?:(?-i:us)|our|independent)
    |(?:defend|protect|silence|independent|support|accurate|unabhängig|indépendant|independiente|fund|invest)\w*\b[^.]{0,60}
      \b(?:journalism|journalismus|journalisme|periodismo)
    |our\s+(?:reporting|journalists|readers)|podcast\s+on\s+(?:apple|spotify))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What outlets speak of to their readers; stories are about it now and then."""

MATTERS = re.compile(
    r"""\b(?:app|apps|account|konto|compte|cuenta|subscri(?:be|ption|ber)s?|abos?|abonnements?|suscripci(?:ón|ones)
    |comments?|kommentare?|commentaires?|comentarios?|podcasts?|donat(?:e|ions?)|contributions?|spenden?|donaci(?:ón|ones)
    |whatsapp|facebook|instagram|membership|become\s+a\s+(?:member|subscriber|supporter)|free\s+trial|magazine)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What outlets speak of too, but stories much more often."""

BIOGRAPHY = re.compile(
    r"""^\W*(?:[^\W\d_][\w.’'-]*\s+){1,5}(?:is|was|ist|war|est|es)\s+(?:(?:an?|the|eine?|une?|el|la|un|una)\s+)?
    (?:[\w’'-]+\s+){0,4}(?:reporter(?:in)?|correspondent|columnist|editor|journalist(?:in|e)?|staff\s+writer
    |redakteur(?:in)?|korrespondent(?:in)?|correspondante?|chroniqueu(?:r|se)|rédact(?:eur|rice)|periodista
    |corresponsal|redactora?|columnista)
    (?:\s+(?:for|at|with|of|in|based|covering|and|von|bei|für|des|der|und|du|de|del|à|au|et|en|y)\b|\s*[.,@|]|$)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Who wrote it: a name, and that it is a journalist's."""

ASKS = re.compile(
    r"""(?:^\W*|[.!?:]\s+)(?:please|sign\s+up|subscribe|download|click|follow|join|support|donate|share|enter|register|try
    |get|stay|watch|listen|check\s+out|visit|help|become|abonnier\w*|folg(?:e|en|t)\s|lad(?:e|en|et)\s|klick\w*|lesen\s+sie
    |les(?:t|en)\s+(?:hier|auch)|unterstütz\w*|meld(?:e|en)\s|teil(?:e|en)\s|spende[nt]?\s
    |abonnez|inscrivez|téléchargez|cliquez|suivez|découvrez|recevez|soutenez|partagez|rejoignez
    |suscríbe\w*|regístra\w*|descarga|haz\s+clic|síguenos|apoya|comparte|consulta|únete)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A sentence asks the reader to do something."""

READER = re.compile(
    r"""\b(?:you|your|yours|you[’'](?:re|ve|ll)|(?-i:Sie|Ihre?[nmrs]?)|du|dein\w*|dir|euch|euren?|vous|votre|vos|tu|tus
    |usted)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words by which the reader is spoken to."""

OUTLET = re.compile(r"\b(?:we|our|(?-i:us)|wir|uns|unser\w*|nous|notre|nos|nosotros|nuestr[oa]s?)\b", re.IGNORECASE)
"""Words by which an outlet speaks of itself."""

ADDRESSES = re.compile(
    r"\b(?:we|our|us|you|your|you’re|you're|wir|unser\w*|sie|ihre?|nous|notre|nos|vous|votre|vos|nuestr[oa]s?|usted|tu)\b",
    re.IGNORECASE,
)
"""Words by which an outlet speaks to its readers."""

REPORTS = re.compile(
    r"""\b(?:said|says|told|according\s+to|sagte|sagt|erklärte|laut|zufolge|a\s+(?:dit|déclaré|affirmé)|selon
    |dijo|afirmó|declaró|según)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words by which a story reports what somebody says."""
