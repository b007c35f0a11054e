"""How regular verbs of French and Spanish are spelt out."""


def french_verbs(*lines: str) -> frozenset[str]:
    """Spell out the third persons and participles of French verbs in -er."""
    forms: set[str] = set()
    for verb in " ".join(lines).split():
        stem = verb[:-2]
        soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
        forms |= {stem + end for end in ("e", "ent", "é", "ée", "és", "ées", "èrent")}
        forms |= {soft + end for end in ("ait", "aient", "a")}
        accented = _accented(stem)
        if accented is not None:
            forms |= {accented + "e", accented + "ent"}
    return frozenset(forms)


def _accented(stem: str) -> str | None:
    """Return the stem before a silent ending where its last e takes a grave accent (`répét` -> `répèt`)."""
    if len(stem) > 2 and stem[-2] in "eé" and stem[-1] in "bcdgltnmrsv" and stem[-1] != stem[-2]:
        return stem[:-2] + "è" + stem[-1]
    return None


def french_participles(*lines: str) -> frozenset[str]:
    """Spell out the present participles of French verbs in -er."""
    return frozenset(
        (verb[:-3] + "ç" if verb.endswith("cer") else verb[:-2] + "e" if verb.endswith("ger") else verb[:-2]) + "ant"
        for verb in " ".join(lines).split()
    )


def spanish_verbs(*lines: str) -> frozenset[str]:
    """Spell out the third persons and the participle of regular Spanish verbs."""
    forms: set[str] = set()
    for verb in " ".join(lines).split():
        stem = verb[:-2]
        ends = ("a", "an", "ó", "aron", "aba", "aban", "ado") if verb.endswith("ar") else _ENDS_OF_ER_AND_IR
        forms |= {stem + end for end in ends}
    return frozenset(forms)


_ENDS_OF_ER_AND_IR = ("e", "en", "ió", "ieron", "ía", "ían", "ido")


def spanish_participles(*lines: str) -> frozenset[str]:
    """Spell out the gerunds of regular Spanish verbs."""
    return frozenset(verb[:-2] + ("ando" if verb.endswith("ar") else "iendo") for verb in " ".join(lines).split())
