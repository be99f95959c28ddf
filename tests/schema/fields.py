"""Every field that leads to people, with the arguments and parts that a request for it needs."""

PAGE = "(first: 10) { totalCount nodes { id } edges { cursor } pageInfo { endCursor } }"
FIELDS = {
    "Query": {
        "_service": "{ sdl }",
        "_entities": '(representations: [{__typename: "Account", id: $id}]) { __typename }',
        "viewer": "{ kind account { id } partner { name } employers { id } profile"
        " sessionLapsesAt sessionEndsAt sessions { id } }",
        "node": "(id: $id) { id }",
        "nodes": "(ids: [$id]) { id }",
        "employer": "(id: $id) { id }",
        "account": "(identifier: $identifier) { id }",
        "accountStatus": "(identifier: $identifier) { status }",
        "accountStatuses": "(identifiers: [$identifier]) { status }",
        "accountStatusChanges": "(first: 10) { edges { node { identifier } } }",
        "themes": "{ code services { code } }",
        "suggestedPassword": "",
        "passwordLink": '(token: "none") { state }',
    },
    "Employer": {
        "id": "",
        "name": "",
        "siret": "",
        "contractNumber": "",
        "postalAddress": "",
        "legalRepresentative": "{ lastName }",
        "services": "{ code }",
        "administrators": "{ lastName }",
        "accounts": PAGE,
        "history": PAGE,
    },
    "Account": {
        "id": "",
        "identifier": "",
        "civility": "",
        "lastName": "",
        "firstName": "",
        "email": "",
        "phone": "",
        "department": "",
        "professionalAddress": "",
        "profile": "",
        "status": "",
        "locked": "",
        "expiresOn": "",
        "lastSignInAt": "",
        "createdAt": "",
        "version": "",
        "employer": "{ id }",
        "invitation": "{ state }",
        "rights": "{ level }",
        "history": PAGE,
        "actions": "{ action allowed refusal { code } }",
    },
    "HistoryEntry": {
        "id": "",
        "at": "",
        "operation": "",
        "actor": "",
        "changes": "{ field }",
        "hash": "",
        "account": "{ id }",
        "onBehalfOf": "{ id }",
    },
}
FOR_PARTNERS = ("accountStatus", "accountStatuses", "accountStatusChanges")
"""Of Query; people and strangers are refused (T1)."""
PUBLIC = ("_service", "viewer", "themes", "suggestedPassword")
"""Of Query: told to whoever asks."""
TOLD_TO_PARTNERS = ("id", "name", "siret", "contractNumber", "postalAddress", "services")
"""Of Employer; nothing of people (T1)."""
FOR_ADMINISTRATORS = {"Employer": {"accounts", "history"}, "Account": {"history"}}
"""What a user may not read of their own employer and account."""
REACHED = [(kind, field) for kind in ("Employer", "Account", "HistoryEntry") for field in FIELDS[kind]]
