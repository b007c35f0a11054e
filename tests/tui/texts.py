"""Texts that are hard on a screen, and a strategy that makes more of them."""

from hypothesis import strategies as st

HARD = (
    "plain words, “curly” marks – and dashes…",
    "a\tb\t\tc",
    "漢字とかな、テキスト。「引用」です。",
    "emoji 😀 👨‍👩‍👧‍👦 👍🏽 🇩🇪🇫🇷 ❤️ 1️⃣ end",
    "combining e\u0301 a\u0308\u0323 z\u0351\u0302\u0303",
    "हिन्दी में क्षत्रिय और தமிழ்",
    "שלום עולם and العربية",
    "no\u00a0break\u202fspaces\u2007here",
    "\x1b[31mred\x1b]0;title\x07 \x9b1m \u202eevil\u202c \u2066x\u2069",
    "zero\u200bwidth \u200d alone \ufeff bom",
    "soft\u00adhyphen and a" + "\u0301" * 30,
    "x" * 300,
    "한국어 조합 ᄒ\u1161\u11ab 가",
    "\ud800 lone surrogate",
)
_SIGNS = "ab.,“”’ \t\n漢、😀\u200d👩👧🏽\ufe0f\u0301\u00a0न\u094dद\u1161ᄒ🇩🇪\x1b\u200b\u202e-"

texts = st.one_of(
    st.text(alphabet=_SIGNS, max_size=160),
    st.text(max_size=80),
    st.lists(st.sampled_from(HARD), min_size=1, max_size=4).map("\n".join),
)
