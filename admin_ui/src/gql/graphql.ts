/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a right lets its holder do with a service. */
export type AccessLevel =
  /** Nothing. */
  | 'NONE'
  /** See. */
  | 'READ'
  /** See and change. */
  | 'WRITE';

/** What can be done to an account. */
export type AccountAction =
  /** End access. */
  | 'DELETE'
  /** Change details and rights. */
  | 'MODIFY'
  /** Make an administrator of a user. */
  | 'PROMOTE'
  /** Move the expiry date. */
  | 'RENEW'
  /** Send a new link to create the password. */
  | 'RESEND_INVITATION'
  /** Bring back after deletion. */
  | 'RESTORE'
  /** Lift the lock after wrong passwords. */
  | 'UNLOCK';

/** Which accounts to list; what is left out does not limit. */
export type AccountFilter = {
  /** Expiry before this day. */
  expiresBefore?: string | null | undefined;
  /** Expiry on this day or after. */
  expiresFrom?: string | null | undefined;
  /** Only these profiles. */
  profiles?: Array<Profile> | null | undefined;
  /** Only those with this access. */
  service?: ServiceAccess | null | undefined;
  /** Only these statuses; left out, all but DELETED. */
  statuses?: Array<AccountStatus> | null | undefined;
};

/** How a list is ordered. */
export type AccountOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field?: AccountOrderField;
};

/** What a list is ordered by; equal values are ordered by name. */
export type AccountOrderField =
  /** Civility. */
  | 'CIVILITY'
  /** Department, none first. */
  | 'DEPARTMENT'
  /** Expiry date. */
  | 'EXPIRES_ON'
  /** First name, then last name. */
  | 'FIRST_NAME'
  /** Identifier. */
  | 'IDENTIFIER'
  /** Last name, then first name. */
  | 'LAST_NAME'
  /** Last sign-in, never first. */
  | 'LAST_SIGN_IN_AT'
  /** Profile. */
  | 'PROFILE'
  /** Status: pending, active, expired, deleted. */
  | 'STATUS';

/** Each term is looked for by itself; accents, case, hyphens and apostrophes do not matter. */
export type AccountSearch = {
  /** Where to look for them. */
  in?: AccountSearchField;
  /** How many of them must be found. */
  match?: TermMatch;
  /** Terms separated by spaces; blank finds everything. */
  text: string;
};

/** Where a term is looked for. */
export type AccountSearchField =
  /** In every field below. */
  | 'ALL'
  /** In the department. */
  | 'DEPARTMENT'
  /** In the first name. */
  | 'FIRST_NAME'
  /** In the identifier. */
  | 'IDENTIFIER'
  /** In the last name. */
  | 'LAST_NAME';

/** Where an account stands, computed from today's date in Europe/Paris. */
export type AccountStatus =
  /** Good: the holder can sign in. */
  | 'ACTIVE'
  /** Deleted: it can be restored for 30 days. */
  | 'DELETED'
  /** Past its expiry date: the holder cannot sign in until it is renewed. */
  | 'EXPIRED'
  /** No password was ever created. */
  | 'PENDING';

/** How a person is addressed. */
export type Civility =
  /** Madame. */
  | 'MADAME'
  /** Monsieur. */
  | 'MONSIEUR';

/** A password for the account that a link was made for. */
export type CreatePasswordInput = {
  /** 8 to 128 characters; see the errors for what it lacks. */
  password: string;
  /** From the link. */
  token: string;
};

/** Why something was refused. */
export type ErrorCode =
  /** The account is deleted. */
  | 'ACCOUNT_DELETED'
  /** The account has expired: renew it first. */
  | 'ACCOUNT_EXPIRED'
  /** The account is locked. */
  | 'ACCOUNT_LOCKED'
  /** The account still waits for its password. */
  | 'ACCOUNT_PENDING'
  /** The identifier and password do not open an account. */
  | 'BAD_CREDENTIALS'
  /** Someone else has changed it since it was read. */
  | 'CONFLICT'
  /** An administrator cannot become a user. */
  | 'DEMOTION_FORBIDDEN'
  /** The caller's profile does not allow it. */
  | 'FORBIDDEN'
  /** The key was used for another request. */
  | 'IDEMPOTENCY_MISMATCH'
  /** A value has the wrong form. */
  | 'INVALID'
  /** The employer's last active administrator stays. */
  | 'LAST_ADMINISTRATOR'
  /** The service does not have this level. */
  | 'LEVEL_UNAVAILABLE'
  /** Too many at once. */
  | 'LIMIT_EXCEEDED'
  /** The link is used, lapsed or unknown. */
  | 'LINK_UNUSABLE'
  /** It does not exist among what the caller may see. */
  | 'NOT_FOUND'
  /** No session, or one that has ended. */
  | 'NOT_SIGNED_IN'
  /** The password breaks a rule. */
  | 'PASSWORD_TOO_WEAK'
  /** Too often. */
  | 'RATE_LIMITED'
  /** A field is missing or blank. */
  | 'REQUIRED'
  /** Nobody does this to their own account. */
  | 'SELF_FORBIDDEN'
  /** The employer does not have this service. */
  | 'SERVICE_UNAVAILABLE_TO_EMPLOYER'
  /** A value is too long. */
  | 'TOO_LONG';

/** Which end of the order comes first. */
export type OrderDirection =
  /** The smallest. */
  | 'ASC'
  /** The largest. */
  | 'DESC';

/** What a password link is for. */
export type PasswordLinkPurpose =
  /** The first password. */
  | 'CREATE'
  /** A new one in place of one that was forgotten. */
  | 'RESET';

/** Whether a password link can still be used. */
export type PasswordLinkState =
  /** Past its time, or a newer one has replaced it. */
  | 'LAPSED'
  /** There is no such link. */
  | 'UNKNOWN'
  /** It can. */
  | 'USABLE'
  /** A password was created with it. */
  | 'USED';

/** What an account is for. A user can become an administrator, never the reverse. */
export type Profile =
  /** Also manages the accounts of the employer. */
  | 'ADMINISTRATOR'
  /** Uses the platform's services. */
  | 'USER';

/** Whose password was forgotten. */
export type RequestPasswordResetInput = {
  /** E.g. JLO000439; case does not matter. */
  identifier: string;
};

/** Who has at least some level on a service. */
export type ServiceAccess = {
  /** This level or more. */
  atLeast: AccessLevel;
  /** A service's code, e.g. CNRACL-01. */
  service: string;
};

/** What a holder signs in with. */
export type SignInInput = {
  /** E.g. JLO000439; case does not matter. */
  identifier: string;
  /** Never shown again, never logged. */
  password: string;
};

/** How many of the terms must be found. */
export type TermMatch =
  /** At least one. */
  | 'ANY_TERM'
  /** All of them. */
  | 'EVERY_TERM';

/** What kind of caller sent the request. */
export type ViewerKind =
  /** The holder of an account. */
  | 'ACCOUNT'
  /** Nobody is signed in. */
  | 'ANONYMOUS'
  /** A partner system. */
  | 'PARTNER';

export type RowFragment = { id: string, version: number, identifier: string, civility: Civility, lastName: string, firstName: string, department: string | null, profile: Profile, status: AccountStatus, locked: boolean, expiresOn: string, lastSignInAt: string | null, actions: Array<{ action: AccountAction, allowed: boolean, refusal: { code: ErrorCode, message: string } | null }> };

export type AccountsQueryVariables = Exact<{
  employerId: string | number;
  search?: AccountSearch | null | undefined;
  filter?: AccountFilter | null | undefined;
  orderBy?: AccountOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AccountsQuery = { employer: { id: string, accounts: { totalCount: number, nodes: Array<{ id: string, version: number, identifier: string, civility: Civility, lastName: string, firstName: string, department: string | null, profile: Profile, status: AccountStatus, locked: boolean, expiresOn: string, lastSignInAt: string | null, actions: Array<{ action: AccountAction, allowed: boolean, refusal: { code: ErrorCode, message: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { kind: ViewerKind, profile: Profile | null, sessionLapsesAt: string | null, sessionEndsAt: string | null, account: { id: string, identifier: string, civility: Civility, lastName: string, firstName: string } | null, employers: Array<{ id: string, name: string, contractNumber: string }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { errors: Array<{ code: ErrorCode, message: string }> } };

export type SuggestedPasswordQueryVariables = Exact<{ [key: string]: never; }>;


export type SuggestedPasswordQuery = { suggestedPassword: string };

export type PasswordLinkQueryVariables = Exact<{
  token: string;
}>;


export type PasswordLinkQuery = { passwordLink: { state: PasswordLinkState, purpose: PasswordLinkPurpose | null, expiresAt: string | null } };

export type CreatePasswordMutationVariables = Exact<{
  input: CreatePasswordInput;
}>;


export type CreatePasswordMutation = { createPassword: { identifier: string | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { kind: ViewerKind, account: { id: string } | null } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RowFragmentDoc = new TypedDocumentString(`
    fragment Row on Account {
  id
  version
  identifier
  civility
  lastName
  firstName
  department
  profile
  status
  locked
  expiresOn
  lastSignInAt
  actions {
    action
    allowed
    refusal {
      code
      message
    }
  }
}
    `, {"fragmentName":"Row"}) as unknown as TypedDocumentString<RowFragment, unknown>;
export const AccountsDocument = {"__meta__":{"hash":"sha256:9939c66984ad266d8f53d285295e7ec9022a7c24d7b1015e18c5dbda0c3e33db"}} as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:2b79246c89629f4b365e7de367cdd99d1936b52e89a201ee4a5be5d9936d3cc6"}} as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SignOutDocument = {"__meta__":{"hash":"sha256:4fca744f4d4f0ad5a67aca98db3c90618294ed13bf14a8f7a9d2b1ed01ada027"}} as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const SuggestedPasswordDocument = {"__meta__":{"hash":"sha256:32e0c7e67bad24bca26884497ea2303f225446622b43bd016053c7ee1dfa699d"}} as unknown as TypedDocumentString<SuggestedPasswordQuery, SuggestedPasswordQueryVariables>;
export const PasswordLinkDocument = {"__meta__":{"hash":"sha256:25bf0a4c758a0c9078cfcfb6d4dc40456ba3382d1b560cbdc801f86f0ff4982d"}} as unknown as TypedDocumentString<PasswordLinkQuery, PasswordLinkQueryVariables>;
export const CreatePasswordDocument = {"__meta__":{"hash":"sha256:d57b0bf4a681c27b2409cbe77bc863f44884b53f36f1cf1a0d3e39a472aeb6b2"}} as unknown as TypedDocumentString<CreatePasswordMutation, CreatePasswordMutationVariables>;
export const RequestPasswordResetDocument = {"__meta__":{"hash":"sha256:83d94871e413c2b36590f11861b264f3e498a0712e6750f54dd805a2dad293c6"}} as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const SignInDocument = {"__meta__":{"hash":"sha256:fbad00d3392a9a030bfec8be96f0ea1a15a4611d0a270db5fe1bfa25f8f6620f"}} as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;