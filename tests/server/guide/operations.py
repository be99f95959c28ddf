"""The operations that the panel would send for the guide's screens."""

ACCOUNT = """fragment Row on Account {
    id identifier civility lastName firstName email phone department profile status expiresOn version
    invitation { state } rights { service { code } level } }"""
ERRORS = "errors { code field message }"
SIGN_IN = (
    "mutation ($identifier: String!, $password: String!) { "
    f"signIn(input: {{identifier: $identifier, password: $password}}) {{ viewer {{ kind }} {ERRORS} }} }}"
)
VIEWER = "{ viewer { kind profile account { id identifier } employers { id name contractNumber } } }"
NODE = "query ($id: ID!) { node(id: $id) { id } }"
LIST = (
    """query ($id: ID!, $search: AccountSearch, $filter: AccountFilter, $orderBy: AccountOrder,
       $first: Int, $after: String) { employer(id: $id) {
    accounts(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        nodes { ...Row } totalCount pageInfo { hasNextPage endCursor }
        byProfile: groups(by: PROFILE) { key count } byStatus: groups(by: STATUS) { key count } } } }"""
    + ACCOUNT
)
CREATE = (
    "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { ...Row } "
    f"{ERRORS} }} }} {ACCOUNT}"
)
MODIFY = (
    "mutation ($input: ModifyAccountInput!) { modifyAccount(input: $input) { account { ...Row } "
    f"{ERRORS} conflictingChanges {{ actor changes {{ field before after }} }} }} }} {ACCOUNT}"
)
BULK = (
    "mutation ($input: BulkAccountsInput!) { did: %s(input: $input) { done refused "
    f"results {{ id account {{ identifier lastName firstName status version }} {ERRORS} }} {ERRORS} }} }}"
)
HISTORY = """query ($id: ID!, $filter: HistoryFilter) { employer(id: $id) {
    history(first: 100, filter: $filter) {
        totalCount nodes { id at operation actor hash changes { field before after } } } } }"""
LINK = "query ($token: String!) { passwordLink(token: $token) { state purpose expiresAt } }"
CREATE_PASSWORD = (
    f"mutation ($input: CreatePasswordInput!) {{ createPassword(input: $input) {{ identifier {ERRORS} }} }}"
)
CHANGE_PASSWORD = (
    f"mutation ($input: ChangePasswordInput!) {{ changePassword(input: $input) {{ {ERRORS} }} }}"
)
RESET = (
    f"mutation ($input: RequestPasswordResetInput!) {{ requestPasswordReset(input: $input) {{ {ERRORS} }} }}"
)
