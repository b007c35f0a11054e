import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.decoding import UndecodableError, decode

TEXTS = {
    "french": "Le président a déclaré : « Nous n’accepterons jamais… » — c’était à Genève, près de l’hôtel.",
    "german": "„Wir müssen über die Größe der Straße reden“, sagte der Bürgermeister. Das führt zu Ärger in München.",
    "english": "He said: “It’s time — we can’t wait.” The café’s owner didn’t agree, and nobody else’s did.",
    "polish": "„Musimy zażądać zmian” – powiedział burmistrz. Łódź i Gdańsk są pięknymi miastami, gdzie żyją ludzie.",
    "russian": "«Мы не можем ждать, — сказал мэр. — Город должен получить новые дороги, и люди это понимают».",
    "turkish": "“Bekleyemeyiz” dedi belediye başkanı. İstanbul’da yaşayan insanlar değişiklik istiyor, çünkü büyüyor.",
    "greek": "«Δεν μπορούμε να περιμένουμε», είπε ο δήμαρχος. Η πόλη χρειάζεται νέους δρόμους και πλατείες.",
    "japanese": "市長は「これ以上待てない」と述べた。市民は新しい道路を求めている。東京で会見が開かれた。\n",
    "chinese": "市长说：“我们不能再等了。”居民们希望修建新的道路。新闻发布会在市中心举行。\n",
    "korean": "시장은 “더 이상 기다릴 수 없다”고 말했다. 시민들은 새로운 도로를 원하고 있다.",
    "arabic": "قال رئيس البلدية: «لا يمكننا الانتظار». سكان المدينة يريدون طرقا جديدة.",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("language", TEXTS)
def test_utf_with_a_mark_and_utf8_are_read_exactly(language, encoding):
    decoded = decode(TEXTS[language].encode(encoding))
    assert decoded.text == TEXTS[language]
    assert not decoded.warnings


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("language", TEXTS)
def test_utf16_and_utf32_without_a_mark(language, encoding):
    text = TEXTS[language] + "\n\n1"
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.warnings


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("french", "cp1252"), ("german", "cp1252"), ("german", "latin-1"), ("english", "cp1252"), ("polish", "cp1250"),
        ("russian", "cp1251"), ("russian", "koi8-r"), ("russian", "cp866"), ("turkish", "cp1254"), ("greek", "cp1253"),
        ("japanese", "shift_jis"), ("japanese", "euc_jp"), ("japanese", "iso2022_jp"), ("chinese", "gb18030"),
        ("korean", "cp949"), ("arabic", "cp1256"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("times", [1, 9])
def test_old_encodings_are_guessed(language, encoding, times):
    text = "\n".join([TEXTS[language]] * times)
    data = text.encode(encoding, "ignore")
    decoded = decode(data)
    assert decoded.text == data.decode(encoding)
    assert decoded.warnings or encoding == "iso2022_jp"


def test_one_bad_byte_is_marked_and_the_rest_is_exact():
    before, after = "A “curly” text, café, ", " and more — of it ’round here"
    decoded = decode(before.encode() + b"\xff" + after.encode())
    assert decoded.text == f"{before}\ufffd{after}"
    assert decoded.encoding == "utf-8"
    assert len(decoded.warnings) == 1
    assert decode(b"plain ascii with one \xe9 in it").text == "plain ascii with one \ufffd in it"


def test_an_apostrophe_of_windows_within_a_word_is_no_damage():
    assert (
        decode(b"It\x92s time to go, said the mayor of the town.").text
        == "It’s time to go, said the mayor of the town."
    )


def test_curly_marks_of_windows():
    assert decode(b"He said \x93yes\x94 and left \x96 it\x92s over.").text == "He said “yes” and left – it’s over."


def test_the_encoding_that_is_named_wins():
    assert decode("Größe".encode("cp1252"), "cp1250").encoding == "cp1250"
    assert decode("Мэр".encode("koi8-r"), "KOI8-R").text == "Мэр"
    assert decode("é".encode("cp1252"), "utf-8").text == "\ufffd"


@pytest.mark.parametrize(
    "name", ["no-such", "", "hex", "rot13", "base64", "unicode_escape", "idna", "x" * 500, "\x1b]0;x", "utf\0-8"]
)
def test_what_is_no_encoding_is_refused(name):
    with pytest.raises(UndecodableError, match="no encoding"):
        decode(b"abc", name)


@pytest.mark.parametrize("data", [b"\0" * 100, bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01" + b"\0\x01\x02" * 500])
def test_binary_is_refused(data):
    with pytest.raises(UndecodableError):
        decode(data)


def test_a_stray_nul_is_kept_and_told():
    text = "word " * 100 + "\0" + "word " * 100
    assert decode(text.encode()).text == text
    assert decode(text.encode()).warnings


def test_line_ends_are_folded_and_nothing_else():
    assert decode(b"a\r\nb\rc\n\r\nd\x0b\x0c\x85".replace(b"\x85", "\x85".encode())).text == "a\nb\nc\n\nd\x0b\x0c\x85"
    assert decode("\ufeffa".encode()).text == "a"


@given(st.text())
def test_any_text_comes_back_from_utf8(text):
    folded = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" not in text and not text.startswith("\ufeff"):
        assert decode(text.encode()).text == folded


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "cp1252", "utf-7", "shift_jis", "hz"]))
def test_any_bytes_give_a_text_that_can_be_written_or_a_refusal(data, encoding):
    try:
        text = decode(data, encoding).text
    except UndecodableError:
        return
    assert "\r" not in text
    text.encode()


@pytest.mark.parametrize("text", ["hello\0world\n", "abc\0def\0" * 9, "« Oui\0 », dit-elle.\0"])
def test_nul_characters_between_words_do_not_make_a_text_chinese(text):
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding) == (text, "utf-8")
    assert decoded.warnings == ("it holds NUL characters",)


def test_a_nul_within_a_character_spoils_that_one_alone():
    decoded = decode("The harbour stays open all winter, « dit-elle ». ".encode().replace(b"\xc2\xab", b"\xc2\0\xab"))
    assert decoded.text == "The harbour stays open all winter, \ufffd\0\ufffd dit-elle ». "
    assert decoded.encoding == "utf-8"
    assert any("\ufffd" in warning for warning in decoded.warnings)
    assert "it holds NUL characters" in decoded.warnings


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_one_byte_order_mark_is_dropped_and_a_second_one_is_text(encoding):
    assert decode("\ufeffferry".encode(encoding)).text == "\ufeffferry"
    assert decode(b"\xff\xfe" + "ferry".encode("utf-16-le"), "utf-16-le").text == "ferry"
