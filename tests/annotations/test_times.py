from annotations.times import after, now


def test_times_are_utc_with_z_and_sort_as_text():
    first, second = now(), now()
    assert first <= second
    assert len(first) == len("2026-01-31T12:00:00.000000Z")
    assert first.endswith("Z")


def test_a_time_is_after_another_though_the_clock_was_put_back():
    assert after("2001-01-01T00:00:00Z") <= now()
    assert after("2999-12-31T23:59:59.999999Z") == "3000-01-01T00:00:00.000000Z"
    assert after("2999-01-01T00:00:00Z") > "2999-01-01T00:00:00"
    assert after("9999-12-31T23:59:59.999999Z") <= now()
    assert after("zzz") <= now()
