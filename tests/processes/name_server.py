"""A real name server, on a port of this machine: it answers what the test says, at once or late."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import cast

import dns.asyncresolver
import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset


@dataclass
class NameServer(asyncio.DatagramProtocol):
    """`names` have the addresses that are answered one after the other, the last again and again."""

    names: dict[str, list[Sequence[str]]] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    """Names that nothing is answered about."""
    questions: list[str] = field(default_factory=list)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        query = dns.message.from_wire(data)
        (question,) = query.question
        name = question.name.to_text().rstrip(".")
        if name in self.silent:
            return
        answer = dns.message.make_response(query)
        answer.flags |= dns.flags.RA
        if name not in self.names:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        elif question.rdtype == dns.rdatatype.A:
            self.questions.append(name)
            answers = self.names[name]
            addresses = answers.pop(0) if len(answers) > 1 else answers[0]
            answer.answer.append(dns.rrset.from_text(question.name, 0, "IN", "A", *addresses))
        self.transport.sendto(answer.to_wire(), addr)


@asynccontextmanager
async def a_name_server() -> AsyncIterator[tuple[NameServer, dns.asyncresolver.Resolver]]:
    """With a resolver that asks it alone."""
    server = NameServer()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(lambda: server, local_addr=("127.0.0.1", 0))
    resolver = dns.asyncresolver.Resolver(configure=False)
    resolver.nameservers = ["127.0.0.1"]
    resolver.port = transport.get_extra_info("sockname")[1]
    try:
        yield server, resolver
    finally:
        transport.close()
