"""Random chains of history entries."""

from datetime import timedelta

from hypothesis import strategies as st

from models.rules.hash_chain import ChainHead, chain_entries
from models.rules.history_entry import SYSTEM, Actor, Change, Entry, Event
from models.rules.vocabulary import Operation
from tests.models.rules.account_facts import NOW

JEAN = Actor(1, 3)
words = st.text(max_size=3)
changes = st.builds(Change, words, st.none() | words, words)
events = st.builds(
    Event,
    st.sampled_from(Operation),
    st.integers(1, 9),
    st.integers(1, 9),
    st.tuples() | st.tuples(changes),
)


@st.composite
def chains(draw: st.DrawFn, shortest: int = 1) -> list[Entry]:
    """An employer's whole chain, appended in one or two parts by different actors."""
    salted = draw(st.lists(st.tuples(events, words), min_size=shortest, max_size=6))
    cut = draw(st.integers(0, len(salted)))
    first = chain_entries(ChainHead(), 3, NOW, JEAN, salted[:cut])
    return first + chain_entries(head_of(first), 3, NOW + timedelta(hours=1), SYSTEM, salted[cut:])


def head_of(entries: list[Entry]) -> ChainHead:
    return ChainHead(entries[-1].sequence, entries[-1].hash) if entries else ChainHead()
