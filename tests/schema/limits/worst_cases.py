"""The dearest documents that we know of for each field: a wide path to it, and its worst arguments.

They are generated from the schema. A new field with arguments needs its worst ones in ARGUMENTS.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from graphql import GraphQLEnumType, GraphQLField, GraphQLInputObjectType, GraphQLObjectType, get_named_type

from schema.limits.cost_directives import field_sizes
from schema.types.enums import ViewerKind
from tests.schema.field_queries import SCHEMA, paths_by_type

LEAF_REPETITIONS, COUNT_REPETITIONS, OBJECT_REPETITIONS = 20, 8, 3
"""How often a document selects its field, so that the objects on the way to it weigh less."""
SIZES = field_sizes(SCHEMA)
PAGE = "first: 100"
TERMS = "a e i o u n r s t l"
"""Terms that nearly every account holds, as many as a search may have."""
NOWHERE = "zzqx zzqy zzqz zzqw zzqv zzqu zzqt zzqs zzqr zzqp"
STATUSES = "[PENDING, ACTIVE, EXPIRED, DELETED]"
STATES = "[QUEUED, SENT, FAILED, USED, LAPSED, REVOKED]"
WIDE_FILTER = (
    f'profiles: [USER, ADMINISTRATOR], statuses: {STATUSES}, expiresBefore: "2999-01-01", locked: false, '
    'expiresFrom: "1999-01-01", service: {service: "CNRACL-01", atLeast: READ}, neverSignedIn: true, '
    f"invitation: {STATES}"
)


def _enum(name: str) -> list[str]:
    kind = SCHEMA.type_map[name]
    assert isinstance(kind, GraphQLEnumType)
    return list(kind.values)


LISTS = (
    "",
    *(f"orderBy: {{field: {field}, direction: DESC}}" for field in _enum("AccountOrderField")),
    *(f'search: {{text: "{text}"}}' for text in (TERMS, NOWHERE, "a")),
    f'search: {{text: "{TERMS}", in: EMAIL, match: ANY_TERM}}',
    f'search: {{text: "{NOWHERE}", in: PHONE, match: ANY_TERM}}',
    f"filter: {{invitation: {STATES}}}",
    "filter: {invitation: [QUEUED, SENT, FAILED, LAPSED, REVOKED]}",
    "filter: {invitation: [REVOKED]}",
    "filter: {invitation: [USED]}",
    f"filter: {{statuses: {STATUSES}}}, orderBy: {{field: STATUS}}",
    'filter: {service: {service: "CNRACL-01", atLeast: WRITE}}',
    "filter: {locked: true}",
    'filter: {expiresBefore: "1999-01-01"}',
    f'filter: {{{WIDE_FILTER}}}, search: {{text: "{TERMS}", match: ANY_TERM}}, orderBy: {{field: STATUS}}',
)
ENTRIES = (
    "",
    *(f'filter: {{text: "{text}"}}' for text in (TERMS, NOWHERE, "a")),
    "filter: {group: $entry}",
    'filter: {from: "1999-01-01T00:00:00Z", until: "2999-01-01T00:00:00Z"}',
    f"filter: {{operations: [{', '.join(_enum('Operation'))}]}}",
)
FAULTY_FORM = (
    'siret: "1", contractNumber: "?", name: "", postalAddress: ["", "?"], '
    'representative: {lastName: "", firstName: ""}, '
    'administrator: {lastName: "", firstName: "", email: "?", phone: "?", professionalAddress: ["?"]}'
)
ARGUMENTS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Query", "_entities"): ("representations: $account_references", "representations: $status_references"),
    ("Query", "node"): ("id: $account", "id: $employer", "id: $entry"),
    ("Query", "nodes"): ("ids: $accounts", "ids: $employers", "ids: $entries"),
    ("Query", "employer"): ("id: $employer",),
    ("Query", "account"): ("identifier: $identifier",),
    ("Query", "accountStatus"): ("identifier: $identifier",),
    ("Query", "accountStatuses"): ("identifiers: $identifiers",),
    ("Query", "accountStatusChanges"): (PAGE,),
    ("Query", "passwordLink"): ("token: $token",),
    ("Query", "failedMessages"): (PAGE,),
    ("Query", "registrations"): (f"{PAGE}, states: [{', '.join(_enum('RegistrationState'))}]",),
    ("Query", "registration"): ("token: $token",),
    ("Query", "savedRegistration"): ("token: $token",),
    ("Query", "registrationFaults"): (f"form: {{{FAULTY_FORM}}}",),
    ("Employer", "accounts"): tuple(f"{PAGE}, {accounts}" for accounts in LISTS),
    ("Employer", "history"): tuple(f"{PAGE}, {entries}" for entries in ENTRIES),
    ("Employer", "historyGroups"): tuple(f"{PAGE}, {entries}" for entries in ENTRIES),
    ("Account", "history"): (PAGE,),
    ("AccountConnection", "groups"): tuple(f"by: {by}" for by in _enum("AccountGrouping")),
    ("Viewer", "actingFor"): ('contractNumber: "VF201"',),
    ("Viewer", "administered"): (
        f"{PAGE}, dueFirst: true",
        PAGE,
        *(f'{PAGE}, dueFirst: true, search: "{text}"' for text in ("a", NOWHERE)),
    ),
    ("Viewer", "accounts"): tuple(f"{PAGE}, {search}" for search in LISTS if search.startswith("search")),
    ("Webhook", "retries"): (PAGE,),
    ("Webhook", "deadLetters"): (PAGE,),
}
"""The worst arguments of each field; the first are those by which the fields below it are reached."""
WIDE_PATHS = {
    "Account": (("Query", "employer"), ("Employer", "accounts"), ("AccountConnection", "nodes")),
    "AccountStatusReport": (("Query", "accountStatuses"),),
}
"""Paths that are wider than the shortest one."""
VARIABLES = {
    **dict.fromkeys(("account", "employer", "entry"), "ID!"),
    **dict.fromkeys(("accounts", "employers", "entries"), "[ID!]!"),
    **dict.fromkeys(("account_references", "status_references"), "[_Any!]!"),
    **dict.fromkeys(("identifier", "token"), "String!"),
    "identifiers": "[String!]!",
}
OF_OPERATORS = {("Query", "failedMessages"), ("Query", "registrations")}
OF_PARTNERS = {("Viewer", "partner"), ("Query", "accountStatus"), ("Query", "accountStatuses")}
DRY_RUNS = {
    "createAccount": """{employerId: $employer, civility: MADAME, lastName: "Dupont", firstName: "Zoé",
        email: "zoe@chu.example", rights: [{service: "CNRACL-01", level: READ}], dryRun: true}""",
    **dict.fromkeys(
        (
            *("renewAccounts", "deleteAccounts", "restoreAccounts", "resendInvitations", "unlockAccounts"),
            *("sendPasswordResets", "endAccountSessions"),
        ),
        "{ids: $accounts, dryRun: true}",
    ),
}
"""The input of each mutation that can be run without writing."""


@dataclass(frozen=True, slots=True)
class WorstCase:
    """A field with its arguments and those of the field above it."""

    path: tuple[tuple[str, str], ...]
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(f"{kind}.{name}({args})" for (kind, name), args in list(self._steps)[-2:])

    @property
    def _steps(self) -> Iterator[tuple[tuple[str, str], str]]:
        return zip(self.path, self.arguments, strict=True)

    @property
    def reader(self) -> ViewerKind:
        """Who reads it: an account, unless only a partner or an operator does."""
        if not OF_OPERATORS.isdisjoint(self.path):
            return ViewerKind.OPERATOR
        of_partners = (
            not OF_PARTNERS.isdisjoint(self.path)
            or ("Query", "accountStatusChanges") in self.path
            or "$status_references" in self.arguments[0]
        )
        return ViewerKind.PARTNER if of_partners else ViewerKind.ACCOUNT

    @property
    def document(self) -> str:
        kind, name = self.path[-1]
        size = SIZES[kind][name]
        below = "{ __typename }" if size.composite else ""
        repetitions = OBJECT_REPETITIONS if size.composite else LEAF_REPETITIONS
        if not size.composite and size.weight:
            repetitions = COUNT_REPETITIONS
        text = ""
        for depth, ((_, name), arguments) in reversed(list(enumerate(self._steps))):
            field = f"{name}{f'({arguments})' if arguments else ''}"
            if depth < len(self.path) - 1:
                text = f"{field} {{ {text} }}"
            else:
                text = " ".join(f"{alias}{field} {below}" for alias in _aliases(repetitions))
        declared = [f"${name}: {kind}" for name, kind in VARIABLES.items() if f"${name}" in _words(text)]
        return f"query ({', '.join(declared)}) {{ {text} }}" if declared else f"{{ {text} }}"


def _words(text: str) -> set[str]:
    return set(text.replace(")", " ").replace("}", " ").replace(",", " ").split())


def _aliases(count: int) -> list[str]:
    return ["", *(f"a{number}: " for number in range(1, count))]


def worst_cases() -> Iterator[WorstCase]:
    """Yield the cases of each field that a query can reach. Raises: KeyError without its arguments."""
    paths = {name: tuple((s.kind, s.field) for s in path) for name, path in paths_by_type().items()}
    for type_name, shortest in paths.items():
        path = WIDE_PATHS.get(type_name, shortest)
        kind = SCHEMA.type_map[type_name]
        assert isinstance(kind, GraphQLObjectType)
        above = [_arguments(*step) for step in path]
        firsts = [(each[0],) for each in above[:-1]] + above[-1:]
        for name in kind.fields:
            for arguments in product(*firsts, _arguments(type_name, name)):
                yield WorstCase((*path, (type_name, name)), arguments)


def _arguments(kind: str, name: str) -> tuple[str, ...]:
    return ARGUMENTS[kind, name] if _field(kind, name).args else ("",)


def _field(kind: str, name: str) -> GraphQLField:
    parent = SCHEMA.type_map[kind]
    assert isinstance(parent, GraphQLObjectType)
    field: GraphQLField = parent.fields[name]
    return field


def dry_runs() -> Iterator[str]:
    """Yield a document for each mutation that has `dryRun`. Raises: KeyError without its input."""
    assert SCHEMA.mutation_type
    for name, field in SCHEMA.mutation_type.fields.items():
        kind = get_named_type(field.args["input"].type) if field.args else None
        if isinstance(kind, GraphQLInputObjectType) and "dryRun" in kind.fields:
            of = "$employer: ID!" if "$employer" in DRY_RUNS[name] else "$accounts: [ID!]!"
            yield f"mutation ({of}) {{ {name}(input: {DRY_RUNS[name]}) {{ errors {{ code }} }} }}"
