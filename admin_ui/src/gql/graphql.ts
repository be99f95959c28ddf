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
  /** End the sessions that the holder has open. */
  | 'END_SESSIONS'
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
  /** E-mail the holder a link to choose a new password. */
  | 'SEND_PASSWORD_RESET'
  /** Lift the lock after wrong passwords. */
  | 'UNLOCK';

/** Which accounts to list; a filter left out does not limit. */
export type AccountFilter = {
  /** Expiry before this day. */
  expiresBefore?: string | null | undefined;
  /** Expiry on this day or after. */
  expiresFrom?: string | null | undefined;
  /** Only those whose latest invitation is in one of these states. */
  invitation?: Array<InvitationState> | null | undefined;
  /** Only those that are locked for now, or only those that are not. */
  locked?: boolean | null | undefined;
  /** Only those whose holder never signed in, or only those who did. */
  neverSignedIn?: boolean | null | undefined;
  /** Only these profiles. */
  profiles?: Array<Profile> | null | undefined;
  /** Only those with this access. */
  service?: ServiceAccess | null | undefined;
  /** Only these statuses; left out, all but DELETED. */
  statuses?: Array<AccountStatus> | null | undefined;
};

/** What accounts are counted by. */
export type AccountGrouping =
  /** Department, whatever its case and accents: its most frequent spelling; empty for none. */
  | 'DEPARTMENT'
  /** Month of expiry, e.g. 2027-05. */
  | 'EXPIRY_MONTH'
  /** Profile. */
  | 'PROFILE'
  /** Status. */
  | 'STATUS';

/** How a list is ordered. */
export type AccountOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The field to sort by. */
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

/** Each term is looked for by itself; accents, case, hyphens, apostrophes and dots are ignored. */
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
  /** In every field below; no term runs from one into the next. */
  | 'ALL'
  /** In the department. */
  | 'DEPARTMENT'
  /** In the e-mail address. */
  | 'EMAIL'
  /** In the first name. */
  | 'FIRST_NAME'
  /** In the identifier. */
  | 'IDENTIFIER'
  /** In the last name. */
  | 'LAST_NAME'
  /** In the phone number, as +33241051938, 0033241051938 or 0241051938, spaced or not. */
  | 'PHONE';

/** All accounts of one employer that match. */
export type AccountSelection = {
  /** The employer. */
  employerId: string | number;
  /** As in a list. */
  filter?: AccountFilter | null | undefined;
  /** As in a list. */
  search?: AccountSearch | null | undefined;
};

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

/** The side that acts, and the mandate. */
export type AnswerMandateInput = {
  /** The side: the centre accepts or declines, either ends. */
  employerId: string | number;
  /** The mandate. */
  mandateId: string | number;
};

/** Which request to approve. */
export type ApproveRegistrationInput = {
  /** Of a new employer: the codes of the funds that it has contracts with, at least one. */
  funds?: Array<string>;
  /** As `registrations` returned it. */
  id: string | number;
};

/** Exactly one of ids (at most 250) and matching (all that matches, at most 10 000). */
export type BulkAccountsInput = {
  /** The same answer, and nothing written. */
  dryRun?: boolean;
  /** The employer that the client acts for: accounts of another are NOT_FOUND then, even if the caller administers it. */
  employerId?: string | number | null | undefined;
  /** Chosen by the client, at most 100 characters: the same request sent again with it within 24 hours is done once, and answered alike. */
  idempotencyKey?: string | null | undefined;
  /** Accounts of one employer. */
  ids?: Array<string | number> | null | undefined;
  /** All that matches, when the transaction begins. */
  matching?: AccountSelection | null | undefined;
};

/** One's own password, and the one to put in its place. */
export type ChangePasswordInput = {
  /** The one in use. */
  currentPassword: string;
  /** 8 to 128 characters. */
  newPassword: string;
};

/** How a person is addressed. */
export type Civility =
  /** Madame. */
  | 'MADAME'
  /** Monsieur. */
  | 'MONSIEUR';

/** The link of an e-mail about a request, which its page has opened. */
export type ConfirmRegistrationEmailInput = {
  /** From the link in the e-mail. */
  token: string;
};

/** The code that the legal representative received by letter. */
export type ConfirmRegistrationInput = {
  /** E.g. K7MX-2PQ9; case, spaces and hyphens do not matter. */
  code: string;
  /** From the link in the e-mail. */
  token: string;
};

/** A new account: the holder's details, the profile, the rights. */
export type CreateAccountInput = {
  /** Create the account though the employer has one with the same e-mail, or the same name and department; refused with LIKELY_DUPLICATE otherwise. */
  allowDuplicate?: boolean;
  /** How the holder is addressed. */
  civility: Civility;
  /** At most 100 characters. */
  department?: string | null | undefined;
  /** Say what would be refused and write nothing; the account is null. */
  dryRun?: boolean;
  /** Where the invitation goes. */
  email: string;
  /** The employer it will belong to, for ever. */
  employerId: string | number;
  /** At most 100 characters. */
  firstName: string;
  /** Chosen by the client, at most 100 characters: the same request sent again with it within 24 hours is done once, and answered alike. */
  idempotencyKey?: string | null | undefined;
  /** At most 100 characters. */
  lastName: string;
  /** As people write it; French without +. */
  phone?: string | null | undefined;
  /** At most 6 lines of at most 38 characters; required for ADMINISTRATOR. */
  professionalAddress?: Array<string> | null | undefined;
  /** USER if left out. */
  profile?: Profile;
  /** A service left out stays NONE. */
  rights?: Array<RightInput>;
};

/** A password for the account that a link was made for. */
export type CreatePasswordInput = {
  /** 8 to 128 characters; see the errors for what it lacks. */
  password: string;
  /** From the link. */
  token: string;
};

/** The first administrator in a saved form, as far as it was filled in. */
export type DraftAdministratorInput = {
  /** How they are addressed. */
  civility?: Civility | null | undefined;
  /** As it stands in the form. */
  department?: string | null | undefined;
  /** As it stands in the form. */
  email?: string | null | undefined;
  /** As it stands in the form. */
  firstName?: string | null | undefined;
  /** As it stands in the form. */
  lastName?: string | null | undefined;
  /** As it stands in the form. */
  phone?: string | null | undefined;
  /** As it stands in the form, line by line. */
  professionalAddress?: Array<string> | null | undefined;
};

/** The legal representative in a saved form, as far as it was filled in. */
export type DraftRepresentativeInput = {
  /** How they are addressed. */
  civility?: Civility | null | undefined;
  /** As it stands in the form. */
  firstName?: string | null | undefined;
  /** As it stands in the form. */
  lastName?: string | null | undefined;
  /** As it stands in the form. */
  title?: string | null | undefined;
};

/** Which of one's own sessions to end. */
export type EndSessionInput = {
  /** As `viewer.sessions` gives it. */
  sessionId: string | number;
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
  /** The person seems to have an account already; allowDuplicate creates another one. */
  | 'LIKELY_DUPLICATE'
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

/** How a message that failed was to leave. */
export type FailedMessageChannel =
  /** By e-mail. */
  | 'EMAIL'
  /** By letter. */
  | 'LETTER'
  /** By the webhook of a partner. */
  | 'WEBHOOK';

/** Whether a message that failed is retried. */
export type FailedMessageState =
  /** It is not retried: a dead letter. */
  | 'GAVE_UP'
  /** It is retried by itself. */
  | 'RETRYING';

/** Whom to find, and why. Give `identifier` or `email`, in full. */
export type FindPersonInput = {
  /** The whole e-mail address; case does not matter. */
  email?: string | null | undefined;
  /** The sign-in name, e.g. JLO000439; case does not matter. */
  identifier?: string | null | undefined;
  /** At least 5 characters; the employer's administrators read it in their history. */
  reason: string;
};

/** The first administrator, whose account opens once the code is entered. */
export type FirstAdministratorInput = {
  /** How they are addressed. */
  civility: Civility;
  /** E.g. RH. */
  department?: string | null | undefined;
  /** Where the answer, and later the invitation, go. */
  email: string;
  /** At most 100 characters. */
  firstName: string;
  /** At most 100 characters. */
  lastName: string;
  /** As people write it, or +33…. */
  phone?: string | null | undefined;
  /** Line by line: at most 6 of 38 characters. */
  professionalAddress: Array<string>;
};

/** Which history entries to list; a filter left out does not limit. */
export type HistoryFilter = {
  /** From this moment on, included. */
  from?: string | null | undefined;
  /** Only the entries of one group: the id of any of them. */
  group?: string | number | null | undefined;
  /** Only these operations. */
  operations?: Array<Operation> | null | undefined;
  /** Every term is found in any searched field of the holder or of the actor; for an actor from another employer, in the name or identifier. */
  text?: string | null | undefined;
  /** Before this moment. */
  until?: string | null | undefined;
};

/** The state of the invitation to create a first password. */
export type InvitationState =
  /** The e-mail could not be sent. */
  | 'FAILED'
  /** The link is past its 15 days. */
  | 'LAPSED'
  /** The e-mail waits to be sent. */
  | 'QUEUED'
  /** Made worthless by a newer link or by deletion. */
  | 'REVOKED'
  /** The e-mail was sent; the link has not been used. */
  | 'SENT'
  /** The password was created. */
  | 'USED';

/** The centre, the mandate, and one of the centre's administrators. */
export type MandateHolderInput = {
  /** The administrator's account. */
  accountId: string | number;
  /** The centre. */
  employerId: string | number;
  /** The mandate. */
  mandateId: string | number;
};

/** How far the holders of a mandate may act for the employer; each includes the ones before. */
export type MandateScope =
  /** Create, modify, delete and restore users as well; never promote, nor touch administrators. */
  | 'MANAGE'
  /** Look at its accounts and history. */
  | 'READ'
  /** Renew its accounts as well. */
  | 'RENEW';

/** Where a mandate stands, computed from today's date in Europe/Paris. */
export type MandateState =
  /** Accepted; in force from its first day to its last. */
  | 'ACTIVE'
  /** The centre declined it. */
  | 'DECLINED'
  /** Ended by either side, or withdrawn. */
  | 'ENDED'
  /** Past its last day. */
  | 'EXPIRED'
  /** Left without an answer for more than 30 days. */
  | 'LAPSED'
  /** Waits for the centre's answer, at most 30 days. */
  | 'PROPOSED';

/** How a message leaves. */
export type MessageChannel =
  /** By e-mail. */
  | 'EMAIL'
  /** By letter. */
  | 'LETTER';

/** What a message is about. */
export type MessageKind =
  /** Wrong passwords have locked the account. */
  | 'ACCOUNT_LOCKED'
  /** What an administrator has to renew or to invite again. */
  | 'ADMINISTRATOR_DIGEST'
  /** To the legal representative: an account was created. */
  | 'CREATION_LETTER'
  /** The e-mail address of an account was changed. */
  | 'EMAIL_CHANGED'
  /** To the former legal representative: the address or representative was changed. */
  | 'EMPLOYER_LETTER'
  /** The account expires soon. */
  | 'EXPIRY_REMINDER'
  /** The link to create a first password. */
  | 'INVITATION'
  /** The invitation lapses soon. */
  | 'INVITATION_REMINDER'
  /** To the legal representative: a mandate was given. */
  | 'MANDATE_LETTER'
  /** News of a mandate. */
  | 'MANDATE_NEWS'
  /** The password was changed. */
  | 'PASSWORD_CHANGED'
  /** The link to a new password. */
  | 'PASSWORD_RESET'
  /** To the legal representative: a user became an administrator. */
  | 'PROMOTION_LETTER'
  /** To the legal representative: the code of a registration or succession. */
  | 'REGISTRATION_LETTER'
  /** News of a registration or succession, for the first administrator. */
  | 'REGISTRATION_NEWS'
  /** The link to a saved registration. */
  | 'REGISTRATION_SAVED'
  /** A reminder to name a second administrator. */
  | 'SOLE_ADMINISTRATOR'
  /** News of a succession, for those who administer the employer. */
  | 'SUCCESSION_NEWS';

/** Whether a message has left. */
export type MessageState =
  /** It could not be sent, and is not retried. */
  | 'FAILED'
  /** It waits to be sent, or sent again. */
  | 'QUEUED'
  /** It is not sent any more: its link was used or replaced. */
  | 'REVOKED'
  /** It has left. */
  | 'SENT';

/** A field left out stays as it is. Refused as a whole if any part of it is. */
export type ModifyAccountInput = {
  /** Cannot be emptied. */
  civility?: Civility | null | undefined;
  /** Null or blank empties it. */
  department?: string | null | undefined;
  /** Cannot be emptied. The old e-mail address is notified too. */
  email?: string | null | undefined;
  /** The employer that the client acts for: accounts of another are NOT_FOUND then, even if the caller administers it. */
  employerId?: string | number | null | undefined;
  /** Cannot be emptied. */
  firstName?: string | null | undefined;
  /** The account. */
  id: string | number;
  /** Cannot be emptied. */
  lastName?: string | null | undefined;
  /** Null or blank empties it. */
  phone?: string | null | undefined;
  /** Null or no line empties it; an administrator keeps one. */
  professionalAddress?: Array<string> | null | undefined;
  /** ADMINISTRATOR promotes a user; there is no way back. */
  profile?: Profile | null | undefined;
  /** A service left out keeps its level. */
  rights?: Array<RightInput> | null | undefined;
  /** The version that was read; CONFLICT if another has come since. */
  version: number;
};

/** What an employer's own administrator corrects; null leaves it as it is. */
export type ModifyEmployerInput = {
  /** The employer. */
  employerId: string | number;
  /** Where letters go: at most 6 lines of at most 38 characters. */
  postalAddress?: Array<string> | null | undefined;
  /** The legal representative; the former one is informed by letter. */
  representative?: RepresentativeInput | null | undefined;
  /** The version that was read; CONFLICT if another has come since. */
  version: number;
};

/** What a history entry tells. */
export type Operation =
  /** An account was created. */
  | 'ACCOUNT_CREATED'
  /** The account was deleted. */
  | 'ACCOUNT_DELETED'
  /** Too many wrong passwords locked the account. */
  | 'ACCOUNT_LOCKED'
  /** The expiry date was moved. */
  | 'ACCOUNT_RENEWED'
  /** A deleted account was brought back. */
  | 'ACCOUNT_RESTORED'
  /** An administrator, or an operator of the platform, unlocked the account. */
  | 'ACCOUNT_UNLOCKED'
  /** The holder's details were changed. */
  | 'DETAILS_MODIFIED'
  /** The platform's operator closed the employer. */
  | 'EMPLOYER_CLOSED'
  /** The employer's details were changed. */
  | 'EMPLOYER_MODIFIED'
  /** The employer was registered, by the code of a letter to its legal representative. */
  | 'EMPLOYER_REGISTERED'
  /** A new invitation was sent. */
  | 'INVITATION_SENT'
  /** The centre accepted a mandate. */
  | 'MANDATE_ACCEPTED'
  /** The centre declined a mandate. */
  | 'MANDATE_DECLINED'
  /** A mandate was ended, or its proposal withdrawn. */
  | 'MANDATE_ENDED'
  /** The centre named a holder of a mandate. */
  | 'MANDATE_HOLDER_NAMED'
  /** The centre removed a holder of a mandate. */
  | 'MANDATE_HOLDER_REMOVED'
  /** A mandate was proposed to a centre. */
  | 'MANDATE_PROPOSED'
  /** An operator of the platform sent messages of the employer again. */
  | 'MESSAGES_RESENT'
  /** The holder created a password. */
  | 'PASSWORD_CREATED'
  /** A link to choose a new password was asked for. */
  | 'PASSWORD_RESET_REQUESTED'
  /** An operator of the platform looked the account up, for a reason. */
  | 'PERSON_LOOKED_UP'
  /** A user became an administrator. */
  | 'PROFILE_PROMOTED'
  /** Rights were changed. */
  | 'RIGHTS_MODIFIED'
  /** An administrator ended the holder's sessions. */
  | 'SESSIONS_ENDED'
  /** An operator approved that a new administrator succeeds, by the code of a letter. */
  | 'SUCCESSION_APPROVED'
  /** A new administrator succeeded, by the code of the letter. */
  | 'SUCCESSION_DONE'
  /** An operator withdrew the approval before its code was entered. */
  | 'SUCCESSION_WITHDRAWN';

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

/** For whom an operator acts, and why. */
export type PersonActInput = {
  /** As `findPerson` returned it. */
  personId: string | number;
  /** At least 5 characters; the employer's administrators read it in their history. */
  reason: string;
};

/** What an account is for. A user can become an administrator, never the reverse. */
export type Profile =
  /** Also manages the accounts of the employer. */
  | 'ADMINISTRATOR'
  /** Uses the platform's services. */
  | 'USER';

/** A mandate that an employer proposes to a centre. */
export type ProposeMandateInput = {
  /** The exact SIRET or contract number of another employer. */
  centre: string;
  /** The employer that gives it. */
  employerId: string | number;
  /** The last day, at most 24 months later. */
  endsOn: string;
  /** How far its holders may act. */
  scope: MandateScope;
  /** The first day: today or later. */
  startsOn: string;
};

/** Which request to refuse, and why. */
export type RefuseRegistrationInput = {
  /** As `registrations` returned it. */
  id: string | number;
  /** At most 500 characters; e-mailed to the person who sent the request. */
  reason: string;
  /** Refuse it although it is approved: the approval is withdrawn, and the code of the letter is worth nothing. Too late once the code was entered. */
  withdraw?: boolean;
};

/** The form of a registration, as far as it is filled in. */
export type RegistrationFormInput = {
  /** As it stands in the form. */
  administrator?: DraftAdministratorInput | null | undefined;
  /** As it stands in the form. */
  contractNumber?: string | null | undefined;
  /** As it stands in the form. */
  name?: string | null | undefined;
  /** As it stands in the form, line by line. */
  postalAddress?: Array<string> | null | undefined;
  /** As it stands in the form. */
  representative?: DraftRepresentativeInput | null | undefined;
  /** As it stands in the form. */
  siret?: string | null | undefined;
};

/** What a request is for. */
export type RegistrationKind =
  /** A new employer, with its first administrator. */
  | 'REGISTRATION'
  /** A new administrator of an employer whose administrators are gone. */
  | 'SUCCESSION';

/** Where a request stands. */
export type RegistrationState =
  /** Approved: the code of the letter to the legal representative is awaited. */
  | 'APPROVED'
  /** Saved, to go on with for 30 days. */
  | 'DRAFT'
  /** Too late: the draft, the request or the code has lapsed. A new request can be sent. */
  | 'LAPSED'
  /** The code was entered, and the account opened. */
  | 'OPENED'
  /** Refused; see the reason. */
  | 'REFUSED'
  /** Waits for an operator's decision. */
  | 'SUBMITTED'
  /** There is no such request, or it was long ago. */
  | 'UNKNOWN';

/** A legal representative, who receives the letters. */
export type RepresentativeInput = {
  /** How the letters address them. */
  civility: Civility;
  /** Their first name, at most 100 characters. */
  firstName: string;
  /** Their last name, at most 100 characters. */
  lastName: string;
  /** E.g. Directrice générale; null or blank: none. */
  title?: string | null | undefined;
};

/** Whose password was forgotten. */
export type RequestPasswordResetInput = {
  /** E.g. JLO000439; case does not matter. */
  identifier: string;
};

/** An employer to register, with its first administrator. */
export type RequestRegistrationInput = {
  /** Receives the answer by e-mail. */
  administrator: FirstAdministratorInput;
  /** E.g. VF201. */
  contractNumber: string;
  /** E.g. CHRU DE NANTES; at most 200 characters. */
  name: string;
  /** Where letters to the legal representative go: at most 6 lines of 38 characters. */
  postalAddress: Array<string>;
  /** Receives the letter with the code. */
  representative: RepresentativeInput;
  /** 14 digits; spaces do not matter. */
  siret: string;
  /** Of the saved form that this goes on with, which it then replaces. */
  token?: string | null | undefined;
};

/** Another letter to the legal representative, with another code. */
export type RequestRegistrationLetterInput = {
  /** From the link in the e-mail. */
  token: string;
};

/** A new administrator for an employer whose administrators are gone. */
export type RequestSuccessionInput = {
  /** Who is to become administrator. */
  administrator: FirstAdministratorInput;
  /** The exact SIRET or contract number of the employer. */
  employer: string;
  /** What happened, for the operator; at most 500 characters. */
  reason: string;
};

/** Which messages to send again. */
export type ResendMessagesInput = {
  /** At most 100, as `failedMessages` returned them; those that are retried by themselves are left as they are. */
  ids: Array<string | number>;
};

/** The level that an account is to have on a service. */
export type RightInput = {
  /** One of the service's levels. */
  level: AccessLevel;
  /** The service's code, e.g. CNRACL-01. */
  service: string;
};

/** A form to go on with later: as far as it was filled in, and not checked yet. */
export type SaveRegistrationInput = {
  /** As it stands in the form. */
  administrator?: DraftAdministratorInput | null | undefined;
  /** As it stands in the form. */
  contractNumber?: string | null | undefined;
  /** Where the link goes with which to go on. */
  email: string;
  /** As it stands in the form. */
  name?: string | null | undefined;
  /** As it stands in the form, line by line. */
  postalAddress?: Array<string> | null | undefined;
  /** As it stands in the form. */
  representative?: DraftRepresentativeInput | null | undefined;
  /** As it stands in the form. */
  siret?: string | null | undefined;
  /** From the link in the e-mail. The saved form that this replaces, under the same link unless the e-mail changes; left out for a new one. */
  token?: string | null | undefined;
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

/** What an operator of the platform signs in with. */
export type SignInOperatorInput = {
  /** Never shown again, never logged. */
  password: string;
  /** As given at `comptoir operator create`, in any case. */
  signInName: string;
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
  /** An operator of the platform; at the operators' endpoint only. */
  | 'OPERATOR'
  /** A partner system. */
  | 'PARTNER';

export type OutcomeFragment = { done: number, refused: number, results: Array<{ id: string, errors: Array<{ code: ErrorCode, message: string }>, account: { identifier: string, lastName: string, firstName: string, expiresOn: string } | null }>, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> };

export type RenewAccountsMutationVariables = Exact<{
  input: BulkAccountsInput;
}>;


export type RenewAccountsMutation = { outcome: { done: number, refused: number, results: Array<{ id: string, errors: Array<{ code: ErrorCode, message: string }>, account: { identifier: string, lastName: string, firstName: string, expiresOn: string } | null }>, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type DeleteAccountsMutationVariables = Exact<{
  input: BulkAccountsInput;
}>;


export type DeleteAccountsMutation = { outcome: { done: number, refused: number, results: Array<{ id: string, errors: Array<{ code: ErrorCode, message: string }>, account: { identifier: string, lastName: string, firstName: string, expiresOn: string } | null }>, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type RestoreAccountsMutationVariables = Exact<{
  input: BulkAccountsInput;
}>;


export type RestoreAccountsMutation = { outcome: { done: number, refused: number, results: Array<{ id: string, errors: Array<{ code: ErrorCode, message: string }>, account: { identifier: string, lastName: string, firstName: string, expiresOn: string } | null }>, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type ResendInvitationsMutationVariables = Exact<{
  input: BulkAccountsInput;
}>;


export type ResendInvitationsMutation = { outcome: { done: number, refused: number, results: Array<{ id: string, errors: Array<{ code: ErrorCode, message: string }>, account: { identifier: string, lastName: string, firstName: string, expiresOn: string } | null }>, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type UnlockAccountsMutationVariables = Exact<{
  input: BulkAccountsInput;
}>;


export type UnlockAccountsMutation = { outcome: { done: number, refused: number, results: Array<{ id: string, errors: Array<{ code: ErrorCode, message: string }>, account: { identifier: string, lastName: string, firstName: string, expiresOn: string } | null }>, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type SendPasswordResetsMutationVariables = Exact<{
  input: BulkAccountsInput;
}>;


export type SendPasswordResetsMutation = { outcome: { done: number, refused: number, results: Array<{ id: string, errors: Array<{ code: ErrorCode, message: string }>, account: { identifier: string, lastName: string, firstName: string, expiresOn: string } | null }>, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type EndAccountSessionsMutationVariables = Exact<{
  input: BulkAccountsInput;
}>;


export type EndAccountSessionsMutation = { outcome: { done: number, refused: number, results: Array<{ id: string, errors: Array<{ code: ErrorCode, message: string }>, account: { identifier: string, lastName: string, firstName: string, expiresOn: string } | null }>, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type AccountsOfPartQueryVariables = Exact<{
  employerId: string | number;
  search?: AccountSearch | null | undefined;
  filter?: AccountFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AccountsOfPartQuery = { employer: { id: string, accounts: { nodes: Array<{ id: string, identifier: string, lastName: string, firstName: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RenewPartMutationVariables = Exact<{
  input: BulkAccountsInput;
}>;


export type RenewPartMutation = { outcome: { done: number, results: Array<{ id: string, errors: Array<{ message: string }> }>, errors: Array<{ code: ErrorCode, message: string }> } };

export type OfferedQueryVariables = Exact<{
  employerId: string | number;
}>;


export type OfferedQuery = { employer: { id: string, name: string, contractNumber: string, postalAddress: Array<string>, services: Array<{ code: string, label: string, levels: Array<AccessLevel>, theme: { code: string, label: string } }> } | null };

export type CreateAccountMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type CreateAccountMutation = { createAccount: { account: { id: string, identifier: string } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type CreatedQueryVariables = Exact<{
  identifier: string;
}>;


export type CreatedQuery = { account: { id: string, identifier: string, civility: Civility, firstName: string, lastName: string, email: string, profile: Profile, status: AccountStatus, invitation: { expiresAt: string } | null, employer: { id: string, name: string, contractNumber: string } } | null };

export type DepartmentsQueryVariables = Exact<{
  employerId: string | number;
}>;


export type DepartmentsQuery = { employer: { id: string, accounts: { groups: Array<{ key: string, count: number }> } } | null };

export type RowFragment = { id: string, identifier: string, civility: Civility, lastName: string, firstName: string, department: string | null, profile: Profile, status: AccountStatus, locked: boolean, expiresOn: string, lastSignInAt: string | null, invitation: { state: InvitationState } | null, actions: Array<{ action: AccountAction, allowed: boolean, refusal: { message: string } | null }> };

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


export type AccountsQuery = { employer: { id: string, accounts: { nodes: Array<{ id: string, identifier: string, civility: Civility, lastName: string, firstName: string, department: string | null, profile: Profile, status: AccountStatus, locked: boolean, expiresOn: string, lastSignInAt: string | null, invitation: { state: InvitationState } | null, actions: Array<{ action: AccountAction, allowed: boolean, refusal: { message: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type AccountsCountQueryVariables = Exact<{
  employerId: string | number;
  search?: AccountSearch | null | undefined;
  filter?: AccountFilter | null | undefined;
  by: AccountGrouping;
  grouped: boolean;
}>;


export type AccountsCountQuery = { employer: { id: string, accounts: { totalCount: number, groups?: Array<{ key: string, count: number, spellings: Array<string> }> } } | null };

export type GrantableServicesQueryVariables = Exact<{
  employerId: string | number;
}>;


export type GrantableServicesQuery = { employer: { id: string, services: Array<{ code: string, label: string, levels: Array<AccessLevel> }> } | null };

export type OneAccountQueryVariables = Exact<{
  identifier: string;
}>;


export type OneAccountQuery = { account: { id: string, version: number, identifier: string, civility: Civility, lastName: string, firstName: string, email: string, phone: string | null, department: string | null, professionalAddress: Array<string>, profile: Profile, status: AccountStatus, locked: boolean, expiresOn: string, lastSignInAt: string | null, createdAt: string, employer: { id: string, name: string, contractNumber: string, postalAddress: Array<string> }, invitation: { state: InvitationState, sentAt: string | null, expiresAt: string, failure: string | null } | null, rights: Array<{ level: AccessLevel, service: { code: string, label: string, levels: Array<AccessLevel>, theme: { code: string, label: string } } }>, actions: Array<{ action: AccountAction, allowed: boolean, refusal: { code: ErrorCode, message: string } | null }> } | null };

export type WholeFragment = { id: string, version: number, identifier: string, civility: Civility, lastName: string, firstName: string, email: string, phone: string | null, department: string | null, professionalAddress: Array<string>, profile: Profile, status: AccountStatus, locked: boolean, expiresOn: string, lastSignInAt: string | null, createdAt: string, employer: { id: string, name: string, contractNumber: string, postalAddress: Array<string> }, invitation: { state: InvitationState, sentAt: string | null, expiresAt: string, failure: string | null } | null, rights: Array<{ level: AccessLevel, service: { code: string, label: string, levels: Array<AccessLevel>, theme: { code: string, label: string } } }>, actions: Array<{ action: AccountAction, allowed: boolean, refusal: { code: ErrorCode, message: string } | null }> };

export type AccountHistoryQueryVariables = Exact<{
  identifier: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AccountHistoryQuery = { account: { id: string, history: { nodes: Array<{ id: string, at: string, operation: Operation, actor: string, changes: Array<{ field: string, before: string | null, after: string | null }>, account: { id: string, identifier: string, firstName: string, lastName: string } | null, onBehalfOf: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ModifyAccountMutationVariables = Exact<{
  input: ModifyAccountInput;
}>;


export type ModifyAccountMutation = { modifyAccount: { account: { id: string, version: number, identifier: string, civility: Civility, lastName: string, firstName: string, email: string, phone: string | null, department: string | null, professionalAddress: Array<string>, profile: Profile, status: AccountStatus, locked: boolean, expiresOn: string, lastSignInAt: string | null, createdAt: string, employer: { id: string, name: string, contractNumber: string, postalAddress: Array<string> }, invitation: { state: InvitationState, sentAt: string | null, expiresAt: string, failure: string | null } | null, rights: Array<{ level: AccessLevel, service: { code: string, label: string, levels: Array<AccessLevel>, theme: { code: string, label: string } } }>, actions: Array<{ action: AccountAction, allowed: boolean, refusal: { code: ErrorCode, message: string } | null }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, conflictingChanges: Array<{ id: string, at: string, operation: Operation, actor: string, changes: Array<{ field: string, before: string | null, after: string | null }>, account: { id: string, identifier: string, firstName: string, lastName: string } | null, onBehalfOf: { id: string, name: string } | null }> } };

export type OfferedServiceFragment = { code: string, label: string, levels: Array<AccessLevel>, theme: { code: string, label: string } };

export type RightsOfQueryVariables = Exact<{
  identifier: string;
}>;


export type RightsOfQuery = { account: { id: string, identifier: string, firstName: string, lastName: string, rights: Array<{ level: AccessLevel, service: { code: string, label: string } }> } | null };

export type ColleaguesQueryVariables = Exact<{
  employerId: string | number;
  text: string;
}>;


export type ColleaguesQuery = { employer: { id: string, accounts: { nodes: Array<{ id: string, identifier: string, firstName: string, lastName: string, department: string | null }> } } | null };

export type InvitedFragment = { totalCount: number, nodes: Array<{ id: string, identifier: string, firstName: string, lastName: string, invitation: { failure: string | null } | null }> };

export type DashboardQueryVariables = Exact<{
  employerId: string | number;
  from: string;
  before: string;
}>;


export type DashboardQuery = { employer: { id: string, name: string, administrators: Array<{ email: string }>, accounts: { totalCount: number, groups: Array<{ key: string, count: number }> }, expiring: { groups: Array<{ key: string, count: number }> }, locked: { totalCount: number }, neverSignedIn: { totalCount: number }, FAILED: { totalCount: number, nodes: Array<{ id: string, identifier: string, firstName: string, lastName: string, invitation: { failure: string | null } | null }> }, LAPSED: { totalCount: number, nodes: Array<{ id: string, identifier: string, firstName: string, lastName: string, invitation: { failure: string | null } | null }> }, REVOKED: { totalCount: number, nodes: Array<{ id: string, identifier: string, firstName: string, lastName: string, invitation: { failure: string | null } | null }> }, QUEUED: { totalCount: number, nodes: Array<{ id: string, identifier: string, firstName: string, lastName: string, invitation: { failure: string | null } | null }> }, SENT: { totalCount: number, nodes: Array<{ id: string, identifier: string, firstName: string, lastName: string, invitation: { failure: string | null } | null }> }, history: { nodes: Array<{ count: number, entry: { id: string, at: string, operation: Operation, actor: string, changes: Array<{ field: string, before: string | null, after: string | null }>, account: { id: string, identifier: string, firstName: string, lastName: string } | null, onBehalfOf: { id: string, name: string } | null } }> } } | null };

export type OwnDeskQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnDeskQuery = { viewer: { account: { id: string, expiresOn: string, lastSignInAt: string | null, employer: { id: string, name: string, contractNumber: string, administrators: Array<{ civility: Civility, lastName: string, firstName: string, email: string, phone: string | null }> }, rights: Array<{ level: AccessLevel, service: { code: string, label: string } }> } | null } };

export type EmployersQueryVariables = Exact<{
  search?: string | null | undefined;
  dueFirst: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type EmployersQuery = { viewer: { account: { id: string } | null, administered: { totalCount: number, nodes: Array<{ expired: number, expiring: number, pending: number, employer: { id: string, name: string, siret: string, contractNumber: string, postalAddress: Array<string> }, mandate: { id: string, scope: MandateScope, endsOn: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type PeopleQueryVariables = Exact<{
  search: AccountSearch;
  first: number;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { viewer: { account: { id: string } | null, accounts: { nodes: Array<{ id: string, identifier: string, civility: Civility, lastName: string, firstName: string, department: string | null, status: AccountStatus, expiresOn: string, employer: { id: string, name: string, contractNumber: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type MandateItemFragment = { id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> };

export type MandateOutcomeFragment = { mandate: { id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> };

export type ProposeMandateMutationVariables = Exact<{
  input: ProposeMandateInput;
}>;


export type ProposeMandateMutation = { outcome: { mandate: { id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type AcceptMandateMutationVariables = Exact<{
  input: AnswerMandateInput;
}>;


export type AcceptMandateMutation = { outcome: { mandate: { id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type DeclineMandateMutationVariables = Exact<{
  input: AnswerMandateInput;
}>;


export type DeclineMandateMutation = { outcome: { mandate: { id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type EndMandateMutationVariables = Exact<{
  input: AnswerMandateInput;
}>;


export type EndMandateMutation = { outcome: { mandate: { id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type NameMandateHolderMutationVariables = Exact<{
  input: MandateHolderInput;
}>;


export type NameMandateHolderMutation = { outcome: { mandate: { id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type RemoveMandateHolderMutationVariables = Exact<{
  input: MandateHolderInput;
}>;


export type RemoveMandateHolderMutation = { outcome: { mandate: { id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type NameableAdministratorsQueryVariables = Exact<{
  employerId: string | number;
}>;


export type NameableAdministratorsQuery = { employer: { id: string, accounts: { nodes: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> } } | null };

export type EmployersOverviewQueryVariables = Exact<{
  ownId: string | number;
}>;


export type EmployersOverviewQuery = { viewer: { account: { id: string } | null, administered: { totalCount: number, nodes: Array<{ expired: number, expiring: number, employer: { id: string } }>, pageInfo: { hasNextPage: boolean } } }, own: { id: string, mandatesHeld: Array<{ id: string, state: MandateState }> } | null };

export type EmployerPageQueryVariables = Exact<{
  employerId: string | number;
  own: boolean;
}>;


export type EmployerPageQuery = { employer: { id: string, version: number, name: string, siret: string, contractNumber: string, postalAddress: Array<string>, funds: Array<string>, legalRepresentative: { civility: Civility, lastName: string, firstName: string, title: string | null }, services: Array<{ code: string, label: string, theme: { code: string, label: string } }>, administrators: Array<{ civility: Civility, firstName: string, lastName: string, email: string, phone: string | null }>, mandatesGiven?: Array<{ id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> }>, mandatesHeld?: Array<{ id: string, scope: MandateScope, startsOn: string, endsOn: string, state: MandateState, giver: { id: string, name: string, siret: string }, centre: { id: string, name: string, siret: string }, holders: Array<{ id: string, civility: Civility, lastName: string, firstName: string, identifier: string }> }> } | null };

export type ModifyEmployerMutationVariables = Exact<{
  input: ModifyEmployerInput;
}>;


export type ModifyEmployerMutation = { modifyEmployer: { employer: { id: string, version: number } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type DueEmployersQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type DueEmployersQuery = { viewer: { administered: { nodes: Array<{ expired: number, expiring: number, employer: { id: string, name: string, contractNumber: string }, mandate: { id: string, scope: MandateScope } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type ChoiceFragment = { expired: number, expiring: number, employer: { id: string, name: string, siret: string, contractNumber: string, postalAddress: Array<string> }, mandate: { id: string, scope: MandateScope } | null };

export type EmployerChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
  dueFirst: boolean;
  first: number;
}>;


export type EmployerChoicesQuery = { viewer: { account: { id: string } | null, administered: { totalCount: number, nodes: Array<{ expired: number, expiring: number, employer: { id: string, name: string, siret: string, contractNumber: string, postalAddress: Array<string> }, mandate: { id: string, scope: MandateScope } | null }> } } };

export type OperatorViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorViewerQuery = { viewer: { kind: ViewerKind, operator: { signInName: string, firstName: string, lastName: string } | null } };

export type SignInOperatorMutationVariables = Exact<{
  input: SignInOperatorInput;
}>;


export type SignInOperatorMutation = { signInOperator: { viewer: { operator: { signInName: string } | null } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type SignOutOperatorMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutOperatorMutation = { signOutOperator: { errors: Array<{ code: ErrorCode, message: string }> } };

export type PersonSeenFragment = { id: string, identifier: string, civility: Civility, lastName: string, firstName: string, status: AccountStatus, lockedUntil: string | null, employer: { id: string, name: string, siret: string }, invitation: { state: InvitationState, sentAt: string | null, expiresAt: string, failure: string | null } | null, messages: Array<{ kind: MessageKind, channel: MessageChannel, state: MessageState, queuedAt: string, sentAt: string | null, failure: string | null }> };

export type FindPersonMutationVariables = Exact<{
  input: FindPersonInput;
}>;


export type FindPersonMutation = { findPerson: { people: Array<{ id: string, identifier: string, civility: Civility, lastName: string, firstName: string, status: AccountStatus, lockedUntil: string | null, employer: { id: string, name: string, siret: string }, invitation: { state: InvitationState, sentAt: string | null, expiresAt: string, failure: string | null } | null, messages: Array<{ kind: MessageKind, channel: MessageChannel, state: MessageState, queuedAt: string, sentAt: string | null, failure: string | null }> }>, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type ResendInvitationAsOperatorMutationVariables = Exact<{
  input: PersonActInput;
}>;


export type ResendInvitationAsOperatorMutation = { resendInvitationAsOperator: { person: { id: string, identifier: string, civility: Civility, lastName: string, firstName: string, status: AccountStatus, lockedUntil: string | null, employer: { id: string, name: string, siret: string }, invitation: { state: InvitationState, sentAt: string | null, expiresAt: string, failure: string | null } | null, messages: Array<{ kind: MessageKind, channel: MessageChannel, state: MessageState, queuedAt: string, sentAt: string | null, failure: string | null }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type UnlockAsOperatorMutationVariables = Exact<{
  input: PersonActInput;
}>;


export type UnlockAsOperatorMutation = { unlockAsOperator: { person: { id: string, identifier: string, civility: Civility, lastName: string, firstName: string, status: AccountStatus, lockedUntil: string | null, employer: { id: string, name: string, siret: string }, invitation: { state: InvitationState, sentAt: string | null, expiresAt: string, failure: string | null } | null, messages: Array<{ kind: MessageKind, channel: MessageChannel, state: MessageState, queuedAt: string, sentAt: string | null, failure: string | null }> } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type FailedMessagesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type FailedMessagesQuery = { failedMessages: { nodes: Array<{ id: string, channel: FailedMessageChannel, state: FailedMessageState, kind: MessageKind | null, partner: string | null, attempts: number, lastAttemptAt: string | null, nextAttemptAt: string | null, reason: string, employer: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ResendMessagesMutationVariables = Exact<{
  input: ResendMessagesInput;
}>;


export type ResendMessagesMutation = { resendMessages: { done: number, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type RegistrationSeenFragment = { id: string, number: number, kind: RegistrationKind, state: RegistrationState, submittedAt: string | null, lapsesAt: string, employerName: string | null, siret: string | null, contractNumber: string | null, postalAddress: Array<string>, requestReason: string | null, presentAdministrators: Array<string>, others: Array<number>, emailConfirmed: boolean, decidedBy: string | null, refusal: string | null, representative: { civility: Civility | null, lastName: string | null, firstName: string | null, title: string | null }, administrator: { civility: Civility | null, lastName: string | null, firstName: string | null, email: string | null, phone: string | null, department: string | null, professionalAddress: Array<string> | null }, recentChanges: Array<{ at: string, actor: string, changes: Array<{ field: string, before: string | null, after: string | null }> }> };

export type RegistrationsQueryVariables = Exact<{
  states?: Array<RegistrationState> | RegistrationState | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RegistrationsQuery = { registrations: { funds: Array<string>, nodes: Array<{ id: string, number: number, kind: RegistrationKind, state: RegistrationState, submittedAt: string | null, lapsesAt: string, employerName: string | null, siret: string | null, contractNumber: string | null, postalAddress: Array<string>, requestReason: string | null, presentAdministrators: Array<string>, others: Array<number>, emailConfirmed: boolean, decidedBy: string | null, refusal: string | null, representative: { civility: Civility | null, lastName: string | null, firstName: string | null, title: string | null }, administrator: { civility: Civility | null, lastName: string | null, firstName: string | null, email: string | null, phone: string | null, department: string | null, professionalAddress: Array<string> | null }, recentChanges: Array<{ at: string, actor: string, changes: Array<{ field: string, before: string | null, after: string | null }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ApproveRegistrationMutationVariables = Exact<{
  input: ApproveRegistrationInput;
}>;


export type ApproveRegistrationMutation = { approveRegistration: { registration: { id: string, state: RegistrationState } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type RefuseRegistrationMutationVariables = Exact<{
  input: RefuseRegistrationInput;
}>;


export type RefuseRegistrationMutation = { refuseRegistration: { registration: { id: string, state: RegistrationState } | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type GroupedFragment = { count: number, entry: { id: string, at: string, operation: Operation, actor: string, changes: Array<{ field: string, before: string | null, after: string | null }>, account: { id: string, identifier: string, firstName: string, lastName: string } | null, onBehalfOf: { id: string, name: string } | null } };

export type OperationFragment = { id: string, at: string, operation: Operation, actor: string, changes: Array<{ field: string, before: string | null, after: string | null }>, account: { id: string, identifier: string, firstName: string, lastName: string } | null, onBehalfOf: { id: string, name: string } | null };

export type HistoryQueryVariables = Exact<{
  employerId: string | number;
  filter?: HistoryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type HistoryQuery = { employer: { id: string, history: { nodes: Array<{ count: number, entry: { id: string, at: string, operation: Operation, actor: string, changes: Array<{ field: string, before: string | null, after: string | null }>, account: { id: string, identifier: string, firstName: string, lastName: string } | null, onBehalfOf: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type ServiceNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceNamesQuery = { themes: Array<{ code: string, services: Array<{ code: string, label: string }> }> };

export type OwnAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnAccountQuery = { viewer: { sessions: Array<{ id: string, openedAt: string, lastUsedAt: string, endsAt: string, current: boolean }>, account: { id: string, identifier: string, civility: Civility, lastName: string, firstName: string, email: string, phone: string | null, department: string | null, professionalAddress: Array<string>, profile: Profile, expiresOn: string, employer: { id: string, name: string, contractNumber: string, administrators: Array<{ civility: Civility, lastName: string, firstName: string, email: string, phone: string | null }> } } | null } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { errors: Array<{ code: ErrorCode, message: string }> } };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: { errors: Array<{ code: ErrorCode, message: string }> } };

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

export type RequestRegistrationMutationVariables = Exact<{
  input: RequestRegistrationInput;
}>;


export type RequestRegistrationMutation = { requestRegistration: { errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type SaveRegistrationMutationVariables = Exact<{
  input: SaveRegistrationInput;
}>;


export type SaveRegistrationMutation = { saveRegistration: { errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type SavedRegistrationQueryVariables = Exact<{
  token: string;
}>;


export type SavedRegistrationQuery = { savedRegistration: { email: string, lapsesAt: string, siret: string | null, contractNumber: string | null, name: string | null, postalAddress: Array<string> | null, representative: { civility: Civility | null, lastName: string | null, firstName: string | null, title: string | null }, administrator: { civility: Civility | null, lastName: string | null, firstName: string | null, email: string | null, phone: string | null, department: string | null, professionalAddress: Array<string> | null } } | null };

export type RegistrationFaultsQueryVariables = Exact<{
  form: RegistrationFormInput;
}>;


export type RegistrationFaultsQuery = { registrationFaults: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> };

export type ConfirmRegistrationEmailMutationVariables = Exact<{
  input: ConfirmRegistrationEmailInput;
}>;


export type ConfirmRegistrationEmailMutation = { confirmRegistrationEmail: { errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type RequestSuccessionMutationVariables = Exact<{
  input: RequestSuccessionInput;
}>;


export type RequestSuccessionMutation = { requestSuccession: { errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type FollowedRegistrationQueryVariables = Exact<{
  token: string;
}>;


export type FollowedRegistrationQuery = { registration: { state: RegistrationState, kind: RegistrationKind | null, employerName: string | null, triesLeft: number | null, codeExpiresAt: string | null, lettersLeft: number | null, nextLetterAt: string | null, refusal: string | null } };

export type ConfirmRegistrationMutationVariables = Exact<{
  input: ConfirmRegistrationInput;
}>;


export type ConfirmRegistrationMutation = { confirmRegistration: { identifier: string | null, errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type RequestRegistrationLetterMutationVariables = Exact<{
  input: RequestRegistrationLetterInput;
}>;


export type RequestRegistrationLetterMutation = { requestRegistrationLetter: { errors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { kind: ViewerKind, profile: Profile | null, sessionLapsesAt: string | null, sessionEndsAt: string | null, account: { id: string, identifier: string, civility: Civility, lastName: string, firstName: string, employer: { id: string, name: string, contractNumber: string } } | null } };

export type ActingForQueryVariables = Exact<{
  contractNumber: string;
}>;


export type ActingForQuery = { viewer: { account: { id: string } | null, actingFor: { employer: { id: string, name: string, siret: string, contractNumber: string }, mandate: { scope: MandateScope, endsOn: string } | null } | null } };

export type AdministeredCountQueryVariables = Exact<{ [key: string]: never; }>;


export type AdministeredCountQuery = { viewer: { administered: { totalCount: number } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { errors: Array<{ code: ErrorCode, message: string }> } };

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
export const OutcomeFragmentDoc = new TypedDocumentString(`
    fragment Outcome on BulkAccountsPayload {
  done
  refused
  results {
    id
    errors {
      code
      message
    }
    account {
      identifier
      lastName
      firstName
      expiresOn
    }
  }
  errors {
    code
    field
    message
  }
}
    `, {"fragmentName":"Outcome"}) as unknown as TypedDocumentString<OutcomeFragment, unknown>;
export const RowFragmentDoc = new TypedDocumentString(`
    fragment Row on Account {
  id
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
  invitation {
    state
  }
  actions {
    action
    allowed
    refusal {
      message
    }
  }
}
    `, {"fragmentName":"Row"}) as unknown as TypedDocumentString<RowFragment, unknown>;
export const OfferedServiceFragmentDoc = new TypedDocumentString(`
    fragment OfferedService on Service {
  code
  label
  levels
  theme {
    code
    label
  }
}
    `, {"fragmentName":"OfferedService"}) as unknown as TypedDocumentString<OfferedServiceFragment, unknown>;
export const WholeFragmentDoc = new TypedDocumentString(`
    fragment Whole on Account {
  id
  version
  identifier
  civility
  lastName
  firstName
  email
  phone
  department
  professionalAddress
  profile
  status
  locked
  expiresOn
  lastSignInAt
  createdAt
  employer {
    id
    name
    contractNumber
    postalAddress
  }
  invitation {
    state
    sentAt
    expiresAt
    failure
  }
  rights {
    level
    service {
      ...OfferedService
    }
  }
  actions {
    action
    allowed
    refusal {
      code
      message
    }
  }
}
    fragment OfferedService on Service {
  code
  label
  levels
  theme {
    code
    label
  }
}`, {"fragmentName":"Whole"}) as unknown as TypedDocumentString<WholeFragment, unknown>;
export const InvitedFragmentDoc = new TypedDocumentString(`
    fragment Invited on AccountConnection {
  totalCount
  nodes {
    id
    identifier
    firstName
    lastName
    invitation {
      failure
    }
  }
}
    `, {"fragmentName":"Invited"}) as unknown as TypedDocumentString<InvitedFragment, unknown>;
export const MandateItemFragmentDoc = new TypedDocumentString(`
    fragment MandateItem on Mandate {
  id
  giver {
    id
    name
    siret
  }
  centre {
    id
    name
    siret
  }
  scope
  startsOn
  endsOn
  state
  holders {
    id
    civility
    lastName
    firstName
    identifier
  }
}
    `, {"fragmentName":"MandateItem"}) as unknown as TypedDocumentString<MandateItemFragment, unknown>;
export const MandateOutcomeFragmentDoc = new TypedDocumentString(`
    fragment MandateOutcome on MandatePayload {
  mandate {
    ...MandateItem
  }
  errors {
    code
    field
    message
  }
}
    fragment MandateItem on Mandate {
  id
  giver {
    id
    name
    siret
  }
  centre {
    id
    name
    siret
  }
  scope
  startsOn
  endsOn
  state
  holders {
    id
    civility
    lastName
    firstName
    identifier
  }
}`, {"fragmentName":"MandateOutcome"}) as unknown as TypedDocumentString<MandateOutcomeFragment, unknown>;
export const ChoiceFragmentDoc = new TypedDocumentString(`
    fragment Choice on Administered {
  employer {
    id
    name
    siret
    contractNumber
    postalAddress
  }
  mandate {
    id
    scope
  }
  expired
  expiring
}
    `, {"fragmentName":"Choice"}) as unknown as TypedDocumentString<ChoiceFragment, unknown>;
export const PersonSeenFragmentDoc = new TypedDocumentString(`
    fragment PersonSeen on Person {
  id
  identifier
  civility
  lastName
  firstName
  employer {
    id
    name
    siret
  }
  status
  lockedUntil
  invitation {
    state
    sentAt
    expiresAt
    failure
  }
  messages {
    kind
    channel
    state
    queuedAt
    sentAt
    failure
  }
}
    `, {"fragmentName":"PersonSeen"}) as unknown as TypedDocumentString<PersonSeenFragment, unknown>;
export const RegistrationSeenFragmentDoc = new TypedDocumentString(`
    fragment RegistrationSeen on QueuedRegistration {
  id
  number
  kind
  state
  submittedAt
  lapsesAt
  employerName
  siret
  contractNumber
  postalAddress
  representative {
    civility
    lastName
    firstName
    title
  }
  administrator {
    civility
    lastName
    firstName
    email
    phone
    department
    professionalAddress
  }
  requestReason
  presentAdministrators
  recentChanges {
    at
    actor
    changes {
      field
      before
      after
    }
  }
  others
  emailConfirmed
  decidedBy
  refusal
}
    `, {"fragmentName":"RegistrationSeen"}) as unknown as TypedDocumentString<RegistrationSeenFragment, unknown>;
export const OperationFragmentDoc = new TypedDocumentString(`
    fragment Operation on HistoryEntry {
  id
  at
  operation
  actor
  changes {
    field
    before
    after
  }
  account {
    id
    identifier
    firstName
    lastName
  }
  onBehalfOf {
    id
    name
  }
}
    `, {"fragmentName":"Operation"}) as unknown as TypedDocumentString<OperationFragment, unknown>;
export const GroupedFragmentDoc = new TypedDocumentString(`
    fragment Grouped on HistoryGroup {
  count
  entry {
    ...Operation
  }
}
    fragment Operation on HistoryEntry {
  id
  at
  operation
  actor
  changes {
    field
    before
    after
  }
  account {
    id
    identifier
    firstName
    lastName
  }
  onBehalfOf {
    id
    name
  }
}`, {"fragmentName":"Grouped"}) as unknown as TypedDocumentString<GroupedFragment, unknown>;
export const RenewAccountsDocument = {"__meta__":{"hash":"sha256:d2be258c4f39f3a9e15a4571853445880b2c0ae9d55ee7f5535d95f6b68b1a82"}} as unknown as TypedDocumentString<RenewAccountsMutation, RenewAccountsMutationVariables>;
export const DeleteAccountsDocument = {"__meta__":{"hash":"sha256:00494e1a3fe4ee2553f807675158bef829fb9d800a4975798a7b63bb5e65c873"}} as unknown as TypedDocumentString<DeleteAccountsMutation, DeleteAccountsMutationVariables>;
export const RestoreAccountsDocument = {"__meta__":{"hash":"sha256:cb0ef4f7fbd6470d9c6e642371578d5b3d1f5c2b048e52a225d5735a2da233b4"}} as unknown as TypedDocumentString<RestoreAccountsMutation, RestoreAccountsMutationVariables>;
export const ResendInvitationsDocument = {"__meta__":{"hash":"sha256:da5fa80f203cb7e6c6711e5268ecf163a3dc4a1d7c086606af023202e3a128a5"}} as unknown as TypedDocumentString<ResendInvitationsMutation, ResendInvitationsMutationVariables>;
export const UnlockAccountsDocument = {"__meta__":{"hash":"sha256:891bbef7f204fef3c9a36a43dbff9ab61e032a9c6433eedeb4c0e5e38bf7b8d3"}} as unknown as TypedDocumentString<UnlockAccountsMutation, UnlockAccountsMutationVariables>;
export const SendPasswordResetsDocument = {"__meta__":{"hash":"sha256:6663c781e735d74386030b5c359dee5166d59e7461e781da4d05b2dca9962e0a"}} as unknown as TypedDocumentString<SendPasswordResetsMutation, SendPasswordResetsMutationVariables>;
export const EndAccountSessionsDocument = {"__meta__":{"hash":"sha256:f13d636c6dbf10f8cee8919722cd4605e65cc9cd1d5d04bd7f24ec51ff01d947"}} as unknown as TypedDocumentString<EndAccountSessionsMutation, EndAccountSessionsMutationVariables>;
export const AccountsOfPartDocument = {"__meta__":{"hash":"sha256:bd6d6cc4fc2424568047e786be705c4541efc06ed94c149c7032dd1fb2cf5734"}} as unknown as TypedDocumentString<AccountsOfPartQuery, AccountsOfPartQueryVariables>;
export const RenewPartDocument = {"__meta__":{"hash":"sha256:031a44e33f819eefddbcaa5551b2375050e1f94726489e5a068fb91c271fd6d2"}} as unknown as TypedDocumentString<RenewPartMutation, RenewPartMutationVariables>;
export const OfferedDocument = {"__meta__":{"hash":"sha256:6c8ab2fc34a6ecce44a567b6e0cc772b3d529100aeecda1f7d7b972ffbde1020"}} as unknown as TypedDocumentString<OfferedQuery, OfferedQueryVariables>;
export const CreateAccountDocument = {"__meta__":{"hash":"sha256:a5453e25533b6e411fac441d4cd3e5a5bf15847dd9db260686aaedd608bf3e5b"}} as unknown as TypedDocumentString<CreateAccountMutation, CreateAccountMutationVariables>;
export const CreatedDocument = {"__meta__":{"hash":"sha256:6b6dc138021a18175c4b39804827c658d7a2093381f6fbc54db1133f924ed7f6"}} as unknown as TypedDocumentString<CreatedQuery, CreatedQueryVariables>;
export const DepartmentsDocument = {"__meta__":{"hash":"sha256:8f0df4163c3aa302cb385d707f6c392e90c743ba5118f14382e28d0d584b8f5e"}} as unknown as TypedDocumentString<DepartmentsQuery, DepartmentsQueryVariables>;
export const AccountsDocument = {"__meta__":{"hash":"sha256:312b7adb10278c88ad04b09e61dcad43d051b003fdd68b503d5eb22c75cc3e7b"}} as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const AccountsCountDocument = {"__meta__":{"hash":"sha256:3d102c67f2de1bd5c7d197f2bd0085e35e5cbacfd3acbc84f8d3e12bc60fa2eb"}} as unknown as TypedDocumentString<AccountsCountQuery, AccountsCountQueryVariables>;
export const GrantableServicesDocument = {"__meta__":{"hash":"sha256:b9d223fda45b3dc205af7413568bf2d78da8131ce58dbf88d01191219a506c57"}} as unknown as TypedDocumentString<GrantableServicesQuery, GrantableServicesQueryVariables>;
export const OneAccountDocument = {"__meta__":{"hash":"sha256:05e61a5a53aea6caa1f501d3184b7ae049312c82ff196f71b2eb4f5736c69a71"}} as unknown as TypedDocumentString<OneAccountQuery, OneAccountQueryVariables>;
export const AccountHistoryDocument = {"__meta__":{"hash":"sha256:32017f626b8f3c090f91913cabb39c953bdb3d60a13dd85b554d9510b54a00c1"}} as unknown as TypedDocumentString<AccountHistoryQuery, AccountHistoryQueryVariables>;
export const ModifyAccountDocument = {"__meta__":{"hash":"sha256:b60497fd243c63d36084cce256d02c527e1e25c70a4ad0a2badd836f4efa6457"}} as unknown as TypedDocumentString<ModifyAccountMutation, ModifyAccountMutationVariables>;
export const RightsOfDocument = {"__meta__":{"hash":"sha256:ddbf782bb5b868388b1a314a94ad277006a87fcbcb1590c0aa6023c092969d5b"}} as unknown as TypedDocumentString<RightsOfQuery, RightsOfQueryVariables>;
export const ColleaguesDocument = {"__meta__":{"hash":"sha256:b4783f727cd92310e49af88f2b60b3c21dc49fb2de408f0559f64bdff226cadc"}} as unknown as TypedDocumentString<ColleaguesQuery, ColleaguesQueryVariables>;
export const DashboardDocument = {"__meta__":{"hash":"sha256:5995bea852cbdd1aa288dcabfc487d9ba2604d4a6bb05f235d5a40e6d342ca86"}} as unknown as TypedDocumentString<DashboardQuery, DashboardQueryVariables>;
export const OwnDeskDocument = {"__meta__":{"hash":"sha256:918004f9170c2ea71be5ddb56adb2e063b401d7ee92fef4726e14e978f17d72f"}} as unknown as TypedDocumentString<OwnDeskQuery, OwnDeskQueryVariables>;
export const EmployersDocument = {"__meta__":{"hash":"sha256:95f08b9bc23d9ef0d7e0b004a660e976880830e7b60f9cf0be03dc75b3d78041"}} as unknown as TypedDocumentString<EmployersQuery, EmployersQueryVariables>;
export const PeopleDocument = {"__meta__":{"hash":"sha256:36d92bbca7fd1527c8a91ca278a70593885ac5ed1b1f3a53bc0034ceb810030f"}} as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const ProposeMandateDocument = {"__meta__":{"hash":"sha256:f7f157b8a1ddc9d708a60de9672f94f64dc3c58527fe02a396aa0b11c1afe1b6"}} as unknown as TypedDocumentString<ProposeMandateMutation, ProposeMandateMutationVariables>;
export const AcceptMandateDocument = {"__meta__":{"hash":"sha256:6c56541c29dc5f0f6961570c8c4fea96099a08e0d880c003445471930da5e73c"}} as unknown as TypedDocumentString<AcceptMandateMutation, AcceptMandateMutationVariables>;
export const DeclineMandateDocument = {"__meta__":{"hash":"sha256:13bd3901d60a354e65743e7895f1cb04f8b906c5c43c592090ab392accd47faf"}} as unknown as TypedDocumentString<DeclineMandateMutation, DeclineMandateMutationVariables>;
export const EndMandateDocument = {"__meta__":{"hash":"sha256:8401175963fd3ae1eb1681e87ecae61ce1c23c6f5bd79fd0e9bb014c0e7a317a"}} as unknown as TypedDocumentString<EndMandateMutation, EndMandateMutationVariables>;
export const NameMandateHolderDocument = {"__meta__":{"hash":"sha256:58cd4fed1f2acdc3ca67c6ffdeb752c166bf427ee28167ef856183c7d04e431b"}} as unknown as TypedDocumentString<NameMandateHolderMutation, NameMandateHolderMutationVariables>;
export const RemoveMandateHolderDocument = {"__meta__":{"hash":"sha256:d1b498261bf15803b5f848fe0dfe736cbf7ec4414e8b966aa8b5a2c1a553414a"}} as unknown as TypedDocumentString<RemoveMandateHolderMutation, RemoveMandateHolderMutationVariables>;
export const NameableAdministratorsDocument = {"__meta__":{"hash":"sha256:ddea0b0a5037e4b9a066eff91c68c21bbb1ae9fb3fd50d2fafedcb61fbf916eb"}} as unknown as TypedDocumentString<NameableAdministratorsQuery, NameableAdministratorsQueryVariables>;
export const EmployersOverviewDocument = {"__meta__":{"hash":"sha256:65a8227deda5aa1bd0e5bf00299a3c5f0a186c84f85f53492fc5bcd78c60700f"}} as unknown as TypedDocumentString<EmployersOverviewQuery, EmployersOverviewQueryVariables>;
export const EmployerPageDocument = {"__meta__":{"hash":"sha256:dcc84745df330b0b7b5d1245bef816b8e485f2d17c2d5ec4b17a55ba4da1c4f2"}} as unknown as TypedDocumentString<EmployerPageQuery, EmployerPageQueryVariables>;
export const ModifyEmployerDocument = {"__meta__":{"hash":"sha256:f6315fce5fb7c75749523148f6f2952a0455dcef96980b8222ab9937265a6748"}} as unknown as TypedDocumentString<ModifyEmployerMutation, ModifyEmployerMutationVariables>;
export const DueEmployersDocument = {"__meta__":{"hash":"sha256:1350746af107cfe37ac6e372d84067787a00b22206a9367c12e211c7647e0642"}} as unknown as TypedDocumentString<DueEmployersQuery, DueEmployersQueryVariables>;
export const EmployerChoicesDocument = {"__meta__":{"hash":"sha256:2b7d2e9b70642dc9e410c84176abcf792066032f7741977f2cd5fb842a9b0705"}} as unknown as TypedDocumentString<EmployerChoicesQuery, EmployerChoicesQueryVariables>;
export const OperatorViewerDocument = {"__meta__":{"hash":"sha256:1973d2b6895ce7e8c3d29e500d42b75400be9c15c48ad51c927df5047aa39b35"}} as unknown as TypedDocumentString<OperatorViewerQuery, OperatorViewerQueryVariables>;
export const SignInOperatorDocument = {"__meta__":{"hash":"sha256:b03f78f3499f61c9bb193acc5e7359a9e7b48fa8d99a839f12b3e5a962ab2b3e"}} as unknown as TypedDocumentString<SignInOperatorMutation, SignInOperatorMutationVariables>;
export const SignOutOperatorDocument = {"__meta__":{"hash":"sha256:ee769ecbbd6f074cd4ff036d7035e0fe764b9b4d64125ae711f328f86fac4016"}} as unknown as TypedDocumentString<SignOutOperatorMutation, SignOutOperatorMutationVariables>;
export const FindPersonDocument = {"__meta__":{"hash":"sha256:526481ebb26b9f150a6e8c35c590ea2e0e19d6e128c3949819b0ab898e943e08"}} as unknown as TypedDocumentString<FindPersonMutation, FindPersonMutationVariables>;
export const ResendInvitationAsOperatorDocument = {"__meta__":{"hash":"sha256:1ccd897dff027882b4f62355d84e4caef8be067d855c16c833d905b4f57625ae"}} as unknown as TypedDocumentString<ResendInvitationAsOperatorMutation, ResendInvitationAsOperatorMutationVariables>;
export const UnlockAsOperatorDocument = {"__meta__":{"hash":"sha256:7bd668665cb83ad394cf8fa4449ac1fe7ec0d0c26b2298f606ce2e6c50fb3a89"}} as unknown as TypedDocumentString<UnlockAsOperatorMutation, UnlockAsOperatorMutationVariables>;
export const FailedMessagesDocument = {"__meta__":{"hash":"sha256:174419badf7ee466a7cf4b3deeb0cdfaf4a2f9c1f140ca47d8abd68c736df098"}} as unknown as TypedDocumentString<FailedMessagesQuery, FailedMessagesQueryVariables>;
export const ResendMessagesDocument = {"__meta__":{"hash":"sha256:9083d9bf92efb1698f2b4b05c866b6f5e4304a5ffdf5b7a1aa41873f59dadce2"}} as unknown as TypedDocumentString<ResendMessagesMutation, ResendMessagesMutationVariables>;
export const RegistrationsDocument = {"__meta__":{"hash":"sha256:0caf4de64212d33f2514d07748f65494443f6415bee96313e0220d1aeac53151"}} as unknown as TypedDocumentString<RegistrationsQuery, RegistrationsQueryVariables>;
export const ApproveRegistrationDocument = {"__meta__":{"hash":"sha256:f6a8820c341ea52a0774973e78e474a75b421290d008e6efa9616a3ec2ebc749"}} as unknown as TypedDocumentString<ApproveRegistrationMutation, ApproveRegistrationMutationVariables>;
export const RefuseRegistrationDocument = {"__meta__":{"hash":"sha256:92926f314d86d472282d118a1fc860dbc5f9a7d52cf6b75bc2edfaa5eb37bfc2"}} as unknown as TypedDocumentString<RefuseRegistrationMutation, RefuseRegistrationMutationVariables>;
export const HistoryDocument = {"__meta__":{"hash":"sha256:3ff077fb4352d278984bc4bce581ff46f5217d5c3fc3aaaf57fbe4e99fa37625"}} as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const ServiceNamesDocument = {"__meta__":{"hash":"sha256:a4277e281284700a3c7bff368d04cfb2e366a17e1aabd5388dab834ef7c6a9e2"}} as unknown as TypedDocumentString<ServiceNamesQuery, ServiceNamesQueryVariables>;
export const OwnAccountDocument = {"__meta__":{"hash":"sha256:bee674fa690df0863f20bc292af81799c0bb11ee636bf0c4ffadcb21664d5fe6"}} as unknown as TypedDocumentString<OwnAccountQuery, OwnAccountQueryVariables>;
export const ChangePasswordDocument = {"__meta__":{"hash":"sha256:47c121af18cd01fe9b96d0a5d47d7d8cdbc593cfe80cd3501e0b33a70d0a7755"}} as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const EndSessionDocument = {"__meta__":{"hash":"sha256:0e6f2abb16dd030b30d43ef0a1008bfa8f0026f5b4837f83f1e5b302529e2524"}} as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = {"__meta__":{"hash":"sha256:ec2336dad45910399028d66ee5443bbc241784ab10c0e89ec3912e37b4f4e887"}} as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const SuggestedPasswordDocument = {"__meta__":{"hash":"sha256:32e0c7e67bad24bca26884497ea2303f225446622b43bd016053c7ee1dfa699d"}} as unknown as TypedDocumentString<SuggestedPasswordQuery, SuggestedPasswordQueryVariables>;
export const PasswordLinkDocument = {"__meta__":{"hash":"sha256:25bf0a4c758a0c9078cfcfb6d4dc40456ba3382d1b560cbdc801f86f0ff4982d"}} as unknown as TypedDocumentString<PasswordLinkQuery, PasswordLinkQueryVariables>;
export const CreatePasswordDocument = {"__meta__":{"hash":"sha256:d57b0bf4a681c27b2409cbe77bc863f44884b53f36f1cf1a0d3e39a472aeb6b2"}} as unknown as TypedDocumentString<CreatePasswordMutation, CreatePasswordMutationVariables>;
export const RequestPasswordResetDocument = {"__meta__":{"hash":"sha256:83d94871e413c2b36590f11861b264f3e498a0712e6750f54dd805a2dad293c6"}} as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const RequestRegistrationDocument = {"__meta__":{"hash":"sha256:1e127f8e2388e094f22b6e80c3d29b05c7a1c4ff1aff126e922a6afd37707f7e"}} as unknown as TypedDocumentString<RequestRegistrationMutation, RequestRegistrationMutationVariables>;
export const SaveRegistrationDocument = {"__meta__":{"hash":"sha256:625c1cd3a28aaeeb3ad89ba8dc3f9b1157156c5f9ad7af0bcf74d1f29d0e5c2f"}} as unknown as TypedDocumentString<SaveRegistrationMutation, SaveRegistrationMutationVariables>;
export const SavedRegistrationDocument = {"__meta__":{"hash":"sha256:38d0b05436acf8948e61a17203ea3043d181ebd1375cae897459486db7fadff5"}} as unknown as TypedDocumentString<SavedRegistrationQuery, SavedRegistrationQueryVariables>;
export const RegistrationFaultsDocument = {"__meta__":{"hash":"sha256:9457e1ca5bb1721d454a7ff79f2dc218ccf6a5f763c5dbae5dbe0832004492cc"}} as unknown as TypedDocumentString<RegistrationFaultsQuery, RegistrationFaultsQueryVariables>;
export const ConfirmRegistrationEmailDocument = {"__meta__":{"hash":"sha256:fe49d46ba045b0b20ac7922cce862ddd13928cb353fec44b59864f4538916c3f"}} as unknown as TypedDocumentString<ConfirmRegistrationEmailMutation, ConfirmRegistrationEmailMutationVariables>;
export const RequestSuccessionDocument = {"__meta__":{"hash":"sha256:dd090e6542b259598cf70fa895ca52b9d000f3b5f7d144ea3c0ca51602031379"}} as unknown as TypedDocumentString<RequestSuccessionMutation, RequestSuccessionMutationVariables>;
export const FollowedRegistrationDocument = {"__meta__":{"hash":"sha256:466dd9af9735c3aedf91107f3d2616cb869ae6f14cae8e0f1c031d5e1b6ff405"}} as unknown as TypedDocumentString<FollowedRegistrationQuery, FollowedRegistrationQueryVariables>;
export const ConfirmRegistrationDocument = {"__meta__":{"hash":"sha256:b83457a23da3b45a260174248e6462a7a0678333a16b4469f4c83d5b4b0ddecf"}} as unknown as TypedDocumentString<ConfirmRegistrationMutation, ConfirmRegistrationMutationVariables>;
export const RequestRegistrationLetterDocument = {"__meta__":{"hash":"sha256:16b09dec86e99f82b6c5acd61faa0a43726ecd726b2c3bc75379efc1a674ea56"}} as unknown as TypedDocumentString<RequestRegistrationLetterMutation, RequestRegistrationLetterMutationVariables>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:c1dad533d31cbbfd8f207187293a9c1295757d4ce84753672dd388aa47a91a57"}} as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const ActingForDocument = {"__meta__":{"hash":"sha256:ee2970b7c2d3b3bc1b72b9540a035b817a3da264e2581b407d3204dd99cb6680"}} as unknown as TypedDocumentString<ActingForQuery, ActingForQueryVariables>;
export const AdministeredCountDocument = {"__meta__":{"hash":"sha256:568119e35dd5bf4dfaabd26bcd9e2e2a916f95a48bec3415118c9bdc5efc3bb7"}} as unknown as TypedDocumentString<AdministeredCountQuery, AdministeredCountQueryVariables>;
export const SignOutDocument = {"__meta__":{"hash":"sha256:4fca744f4d4f0ad5a67aca98db3c90618294ed13bf14a8f7a9d2b1ed01ada027"}} as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const SignInDocument = {"__meta__":{"hash":"sha256:fbad00d3392a9a030bfec8be96f0ea1a15a4611d0a270db5fe1bfa25f8f6620f"}} as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;