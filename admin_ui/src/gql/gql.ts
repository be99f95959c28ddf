/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment Row on Account {\n  id\n  version\n  identifier\n  civility\n  lastName\n  firstName\n  department\n  profile\n  status\n  locked\n  expiresOn\n  lastSignInAt\n  actions {\n    action\n    allowed\n    refusal {\n      code\n      message\n    }\n  }\n}\n\nquery Accounts($employerId: ID!, $search: AccountSearch, $filter: AccountFilter, $orderBy: AccountOrder, $first: Int, $after: String, $last: Int, $before: String) {\n  employer(id: $employerId) {\n    id\n    accounts(\n      search: $search\n      filter: $filter\n      orderBy: $orderBy\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      nodes {\n        ...Row\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}": typeof types.RowFragmentDoc,
    "query Viewer {\n  viewer {\n    kind\n    profile\n    sessionLapsesAt\n    sessionEndsAt\n    account {\n      id\n      identifier\n      civility\n      lastName\n      firstName\n    }\n    employers {\n      id\n      name\n      contractNumber\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    errors {\n      code\n      message\n    }\n  }\n}": typeof types.ViewerDocument,
    "query SuggestedPassword {\n  suggestedPassword\n}\n\nquery PasswordLink($token: String!) {\n  passwordLink(token: $token) {\n    state\n    purpose\n    expiresAt\n  }\n}\n\nmutation CreatePassword($input: CreatePasswordInput!) {\n  createPassword(input: $input) {\n    identifier\n    errors {\n      code\n      field\n      message\n    }\n  }\n}\n\nmutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n  requestPasswordReset(input: $input) {\n    errors {\n      code\n      field\n      message\n    }\n  }\n}": typeof types.SuggestedPasswordDocument,
    "mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    viewer {\n      kind\n      account {\n        id\n      }\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}": typeof types.SignInDocument,
};
const documents: Documents = {
    "fragment Row on Account {\n  id\n  version\n  identifier\n  civility\n  lastName\n  firstName\n  department\n  profile\n  status\n  locked\n  expiresOn\n  lastSignInAt\n  actions {\n    action\n    allowed\n    refusal {\n      code\n      message\n    }\n  }\n}\n\nquery Accounts($employerId: ID!, $search: AccountSearch, $filter: AccountFilter, $orderBy: AccountOrder, $first: Int, $after: String, $last: Int, $before: String) {\n  employer(id: $employerId) {\n    id\n    accounts(\n      search: $search\n      filter: $filter\n      orderBy: $orderBy\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      nodes {\n        ...Row\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}": types.RowFragmentDoc,
    "query Viewer {\n  viewer {\n    kind\n    profile\n    sessionLapsesAt\n    sessionEndsAt\n    account {\n      id\n      identifier\n      civility\n      lastName\n      firstName\n    }\n    employers {\n      id\n      name\n      contractNumber\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    errors {\n      code\n      message\n    }\n  }\n}": types.ViewerDocument,
    "query SuggestedPassword {\n  suggestedPassword\n}\n\nquery PasswordLink($token: String!) {\n  passwordLink(token: $token) {\n    state\n    purpose\n    expiresAt\n  }\n}\n\nmutation CreatePassword($input: CreatePasswordInput!) {\n  createPassword(input: $input) {\n    identifier\n    errors {\n      code\n      field\n      message\n    }\n  }\n}\n\nmutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n  requestPasswordReset(input: $input) {\n    errors {\n      code\n      field\n      message\n    }\n  }\n}": types.SuggestedPasswordDocument,
    "mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    viewer {\n      kind\n      account {\n        id\n      }\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}": types.SignInDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Row on Account {\n  id\n  version\n  identifier\n  civility\n  lastName\n  firstName\n  department\n  profile\n  status\n  locked\n  expiresOn\n  lastSignInAt\n  actions {\n    action\n    allowed\n    refusal {\n      code\n      message\n    }\n  }\n}\n\nquery Accounts($employerId: ID!, $search: AccountSearch, $filter: AccountFilter, $orderBy: AccountOrder, $first: Int, $after: String, $last: Int, $before: String) {\n  employer(id: $employerId) {\n    id\n    accounts(\n      search: $search\n      filter: $filter\n      orderBy: $orderBy\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n    ) {\n      nodes {\n        ...Row\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n}"): typeof import('./graphql').RowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    kind\n    profile\n    sessionLapsesAt\n    sessionEndsAt\n    account {\n      id\n      identifier\n      civility\n      lastName\n      firstName\n    }\n    employers {\n      id\n      name\n      contractNumber\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    errors {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SuggestedPassword {\n  suggestedPassword\n}\n\nquery PasswordLink($token: String!) {\n  passwordLink(token: $token) {\n    state\n    purpose\n    expiresAt\n  }\n}\n\nmutation CreatePassword($input: CreatePasswordInput!) {\n  createPassword(input: $input) {\n    identifier\n    errors {\n      code\n      field\n      message\n    }\n  }\n}\n\nmutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n  requestPasswordReset(input: $input) {\n    errors {\n      code\n      field\n      message\n    }\n  }\n}"): typeof import('./graphql').SuggestedPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    viewer {\n      kind\n      account {\n        id\n      }\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}"): typeof import('./graphql').SignInDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
