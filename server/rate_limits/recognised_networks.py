"""Which group of callers was recognised last on each network: the next cookie is probably of this group."""

_MAX_NETWORKS = 10_000


class RecognisedNetworks:
    """Only a guess, for what is counted before a cookie or key has been looked up."""

    def __init__(self) -> None:
        self._groups: dict[str, str] = {}
        """The group by network, the one that was recognised longest ago first."""

    def recognised(self, network: str, group: str) -> None:
        """A caller of this group was recognised on this network."""
        self._groups.pop(network, None)
        self._groups[network] = group
        if len(self._groups) > _MAX_NETWORKS:
            del self._groups[next(iter(self._groups))]

    def group(self, network: str) -> str:
        """The group that was recognised last on this network; the network itself if there was none."""
        return self._groups.get(network, network)
