"""Words that decide whether a point ends a sentence: abbreviations, and words that begin sentences.

English, German, French and Spanish, from the style guides of news agencies and from reading news.
"""

TITLES = frozenset(
    """
    Mr Mrs Ms Mx Dr Prof Gen Col Lt Sgt Capt Cpl Maj Cmdr Adm Brig Rev Fr Hon Gov Sen Rep Reps Sens Pres Supt Det
    Insp St Msgr Amb Sec Atty Messrs Mt Ft Hr Frl Dipl Ing Abg M MM Mme Mmes Mlle Me Pr Sr Sra Sres Srta Dra D Da Ud
    Uds Excmo
    """.split()
)
"""What stands before a name. As written, since "gen." and "col." are other words; never the end of a sentence."""

BEFORE_NUMBERS = frozenset(
    """
    no nos fig figs vol vols p pp ch art sec para jan feb mar apr jun jul aug sept sep oct nov dec nr bd abs kap s
    ziff núm núms pág págs cap approx ca c est
    """.split()
)
"""What stands before a number: no end where one follows ("No. 5", but "He said no. Then")."""

OTHERS = frozenset(
    """
    etc al inc ltd co corp bros jr sr esq vs v cf dept univ assn ave blvd rd bldg ext approx est ed eds e.g i.e viz
    bzw usw ggf evtl inkl exkl bspw vgl sog gest geb zzgl str mio mrd tsd jh jhdt éd env av boul bd tél avda admón
    dpto ee uu
    """.split()
)
"""What may stand anywhere: no end unless the next word clearly begins a sentence."""

STARTERS = frozenset(
    """
    The A An He She It They We You I This That These Those There Here His Her Its Their Our My Your In On At As But
    And Or So If When While After Before Since Although Though Because However Meanwhile Later Earlier Then Now For
    From With By To Of What Who Why How Where Which No Not Some Many Most Both All Each Every Another Other Under
    Over During Despite Until Asked Speaking According Also Still Yet Even Only Once Last Nobody Nothing Everyone
    Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Man Im Am Um Zu Zum Zur Auf Aus Bei Mit
    Nach Vor Von Vom Doch Aber Und Oder Denn Dann Dort Hier Auch Noch Nur Wenn Als Wie Was Wer Warum Dies Diese
    Dieser Dieses Seit Für Gegen Ohne Trotz Laut Zudem Dabei Damit Danach Niemand Nichts Le Les Un Une Il Elle Ils
    Elles On Nous Vous Je Ce Cette Ces Cet Cela Mais Et Ou Donc Car Dans En Sur Sous Avec Sans Pour Par Selon Après
    Avant Depuis Pendant Lors Si Quand Comme Son Sa Ses Leur Leurs Personne Rien El Los Las Una Uno Unos Ella Ellos
    Ellas Este Esta Estos Estas Ese Esa Eso Esto Pero Y O Con Sin Según Desde Hasta Cuando Como Su Sus Para Por Tras
    También Nadie Nada
    """.split()
)
"""Words that, with a capital letter, clearly begin a sentence."""

AFTER_ORDINALS = frozenset(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert
    Jahrhunderts Weltkrieg Weltkriegs Weltkrieges Runde Platz Klasse Auflage Geburtstag Stock Bezirk Liga Bundesliga
    Spieltag
    """.split()
)
"""German nouns before which a number with a point is an ordinal ("am 3. Mai")."""

SAYING = frozenset(
    """
    said says asked asks told added adds wrote writes replied shouted cried tweeted posted quipped exclaimed joked
    sagte sagt fragte fragt rief schrieb antwortete a dit demande demandé dijo preguntó
    """.split()
)
"""Verbs that hang a speaker on a quotation that ends in ! or ? ("Why?" Vance asked)."""
