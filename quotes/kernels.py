"""Equal runs of words over a whole batch of articles: pure functions over arrays, engine-independent.

Exact: word n-grams get numbers by ranking pairs (doubling), no hashes, hence no collisions. Linear in near copies:
an occurrence is linked to the next few of its kind, not to all. NumPy is imported where it is used.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]


def gram_ids(words: "Integers", length: int) -> "Integers":
    """Number the n-grams that begin at each place; equal n-grams have equal numbers.

    Args:
        words: The number of each word; below zero between two streams, which no n-gram may cross.
        length: Words of an n-gram, a power of two times one or two steps: any length from 1 works.

    Returns:
        As many numbers as there are words; -1 where no whole n-gram begins.
    """
    import numpy as np

    ids = words.copy()
    done = 1
    while done < length:
        step = min(done, length - done)
        following = np.full_like(ids, -1)
        following[: len(ids) - step] = ids[step:]
        whole = (ids >= 0) & (following >= 0)
        base = int(following.max(initial=0)) + 1
        _, ranks = np.unique(ids[whole] * base + following[whole], return_inverse=True)
        ids = np.full_like(ids, -1)
        ids[whole] = ranks
        done += step
    return ids


def links(grams: "Integers", article: "Integers", following: int) -> tuple["Integers", "Integers"]:
    """Link each occurrence of an n-gram to those among the next `following` that stand in other articles.

    Returns:
        Left and right places, as two arrays.
    """
    import numpy as np

    places = np.flatnonzero(grams >= 0)
    order = places[np.argsort(grams[places], kind="stable")]
    left, right = [], []
    for step in range(1, following + 1):
        one, other = order[:-step], order[step:]
        equal = grams[one] == grams[other]
        if not equal.any():
            break
        apart = equal & (article[one] != article[other])
        left.append(one[apart])
        right.append(other[apart])
    if not left:
        return places[:0], places[:0]
    return np.concatenate(left), np.concatenate(right)


def runs(left: "Integers", right: "Integers", length: int) -> tuple["Integers", "Integers", "Integers"]:
    """Join links that follow each other on both sides into runs.

    Args:
        left: Places, from `links`.
        right: Places likewise, each behind its left one.
        length: Words of the n-grams that were linked.

    Returns:
        Left places, right places and lengths in words of the runs, ordered by left, then right place.
    """
    import numpy as np

    if not len(left):
        return left, right, left
    order = np.lexsort((left, right - left))
    left, right = left[order], right[order]
    begins = np.ones(len(left), dtype=bool)
    begins[1:] = ((right - left)[1:] != (right - left)[:-1]) | (left[1:] > left[:-1] + 1)
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(left)) - 1
    sizes = left[last] - left[first] + length
    order = np.lexsort((right[first], left[first]))
    return left[first][order], right[first][order], sizes[order]


def weigh(weights: "NDArray[np.float64]", left: "Integers", sizes: "Integers") -> "NDArray[np.float64]":
    """Return the sum of the words' weights of each run."""
    import numpy as np

    total = np.concatenate(([0.0], np.cumsum(weights)))
    sums: NDArray[np.float64] = total[left + sizes] - total[left]
    return sums
