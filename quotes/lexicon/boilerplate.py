"""Phrases of paragraphs that are not the story: pleas, newsletters, links, credits, legal lines."""

import re

WHOLE = re.compile(
    r"""^\W*(?:
      !?\[[^\]]*\]\([^)\s]+\)                                  # an image or link in Markdown
    | <[^>]+>(?:\s*</[^>]+>)?                                  # a tag
    | (?:https?://|www\.)\S+
    | advertise?ment | sponsored(?:\s+content)? | anzeige | werbung | publicité | publicidad
    | remind\s+me\s+later | skip\s+to\s+(?:main\s+)?content | loading.{0,3} | story\s+continues\s+below.*
    | (?:share|print|email|e-mail|comments?|reply|menu|search|close|subscribe|log\s?in|sign\s?in|register|tweet
        |pin\s+it|save|back\s+to\s+top)
    | (?:teilen|drucken|merken|kommentare?|startseite|suche|anmelden|partager|imprimer|commentaires?|compartir
        |imprimir|comentarios)
    | dear\s+readers? | liebe\s+leser(?:innen)?.{0,30} | chers?\s+lecteurs?.{0,30} | queridos\s+lectores
    | (?:a|an)\s+(?:important\s+)?(?:message|note|appeal)\s+from\s+.{2,60}
    | (?:photo|image|foto|bild|picture|video|fotos|bilder|crédit|credit|source|quelle)\s*(?:credit|by
        |courtesy)?\s*[:©].{0,120}
    | (?:getty(?:\s+images)?|reuters|ap|afp|dpa|epa|shutterstock|imago)(?:\s*[/|,-].{0,60})?
    | ©.{0,160} | copyright\s+(?:©|\(c\)|\d{4}).{0,200} | all\s+rights\s+reserved\W*
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The paragraph is this and nothing else."""

BEGINS = re.compile(
    r"""^\W*(?:
      (?:read|see|watch|listen)\s+(?:more|also|next|the\s+full\s+(?:story|article))\b | (?:also|more)\s+(?:read
          |on\s+this|from)\b | related(?:\s+\w+)?\s*:
    | (?:additional\s+)?reporting\s+by\b | \(?\s*(?:additional\s+)?(?:reporting|writing|editing
        |compiled)\s+by\b | with\s+reporting\s+by\b
    | (?:sign|signing)\s+up\s+(?:for|to)\b | subscribe\s+(?:to|now|for|here|today)\b | follow\s+(?:us
        |\w+\s?\w*\s+on|@)\b | like\s+us\s+on\b
    | click\s+(?:here|to|on)\b | download\s+(?:the|our)\b | join\s+(?:our|the\s+conversation|us|more\s+than)\b
        | get\s+(?:the\s+latest|our|your\s+daily|breaking)\b
    | this\s+(?:article|story|post|report|piece|version)\s+(?:was|has\s+been|is|originally|first|may|contains
        |appeared)\b
    | (?:a\s+version|an\s+earlier\s+version)\s+of\s+this\b | correction\s*: | editor[’']?s?[’']?s?\s+note\b
        | update[d]?\s*:\s
    | the\s+(?:opinions|views)\s+expressed\b | (?:send|email)\s+(?:us|tips|your)\b | contact\s+(?:us
        |the\s+(?:author|reporter|writer))\b
    | (?:weiterlesen|lesen\s+sie\s+(?:auch|mehr|hier)|mehr\s+zum\s+thema|mehr\s+dazu|hier\s+(?:geht|finden)
        |zum\s+newsletter|abonnieren\s+sie|das\s+könnte\s+sie)\b
    | (?:quelle|mit\s+material\s+(?:von|der)|dieser\s+(?:artikel|text|beitrag)\s+(?:erschien|ist|wurde))\b
    | (?:lire\s+(?:aussi|également|la\s+suite|l’article|l'article)|à\s+lire\s+aussi|abonnez-vous|inscrivez-vous
        |recevez|cet\s+article\s+(?:est|a\s+été)|retrouvez|suivez-nous|la\s+suite\s+après)\b
    | (?:leer?\s+(?:más|también|además)|suscríbete|suscríbase|regístrate|síguenos|este\s+artículo\s+(?:es|fue|se))\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The paragraph begins so."""

HOLDS = re.compile(
    r"""(?:
      \b(?:newsletters?|unsubscribe|inbox|mailing\s+list|push\s+notifications?|paywall|podcast\s+on\s+(?:apple
          |spotify))\b
    | \b(?:cookies?|privacy\s+policy|terms\s+(?:of|and)\s+(?:use|service|conditions)|datenschutz(?:erklärung)?
        |impressum|politique\s+de\s+confidentialité)\b
    | \b(?:all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés
        |reservados\s+todos\s+los\s+derechos|registered\s+trademark)\b
    | \b(?:may\s+not\s+be\s+(?:published|reproduced|copied|used|redistributed)|affiliate\s+(?:links?
        |commission)|associates\s+program)\b
    | \b(?:please\s+(?:consider|support|donate|subscribe|enable|check|click|sign|try|enter)|support\s+(?:us|our
        |independent)\s|your\s+(?:support|donation|contribution|email\s+address|inbox|browser))
    | \b(?:make\s+a\s+(?:donation|contribution)|donate\s+(?:now|today|here)|become\s+a\s+(?:member|subscriber
        |supporter)|already\s+a\s+subscriber|free\s+trial)\b
    | \b(?:unterstützen\s+sie\s+(?:uns|unser\w*)|ihre\s+(?:spende|unterstützung)|jetzt\s+(?:spenden|abonnieren
        |testen)|unsere\s+arbeit\s+(?:unterstützen|finanzieren))\b
    | \b(?:soutenez(?:-nous)?|faites\s+un\s+don|votre\s+(?:soutien|don)|déjà\s+abonné|apóyanos
        |haz\s+una\s+donación|tu\s+(?:apoyo|donación))\b
    | \b(?:defending|silence|independent|support|supporting|accurate)\b[^.]{0,60}\bjournalism\b
    | \bwe,\s+the\s+(?:journalists|editors|staff)\s+(?:of|at)\b | \bour\s+(?:journalism|reporting|journalists
        |newsroom|readers)\b
    | \b(?:leave|post|view|see\s+all|load\s+more|hide|show|report|sort)\s+(?:a\s+)?comments?\b
        | \bcomments?\s+(?:are|is|policy|section|must|posted)\b
    | \b(?:is|was)\s+a\s+(?:\w+[\s-]){0,4}(?:reporter|correspondent|columnist|editor|journalist|staff\s+writer
        |freelance\s+\w+)\s+(?:for|at|with|in|based|covering|who)\b
    | (?:^|[.!?)]\s+)\(?(?:(?:photo(?:graph)?|image|picture|foto|bild|video|illustration)\s*(?:credit|courtesy
        |by|via|von|par|de|:)|credit\s*:|crédit|courtesy\s+of)[^.!?]{2,70}\)?[.]?$
    | \b(?:powered\s+by\s+\w+|akismet|javascript|adblock|ad\s+blocker|captcha|opt[\s-]?(?:in|out)\b
        |log\s+in\s+to|sign\s+in\s+to|create\s+an\s+account)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The paragraph speaks of itself, of the reader's account, or asks for something."""

ADDRESSES = re.compile(
    r"\b(?:we|our|us|you|your|you’re|you're|wir|unser\w*|sie|ihre?|nous|notre|nos|vous|votre|vos|nuestr[oa]s?|usted|tu)\b",
    re.IGNORECASE,
)
"""Words by which an outlet speaks to its readers."""
