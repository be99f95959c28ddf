/** Example operations for each kind of caller, each in a tab. */
import type { Language } from "../i18n/language";

export type Example = { query: string; variables?: string; headers?: string };

const NOTES = {
  fr: {
    anyone:
      "Pour tous, sans connexion : qui demande, et ce que vaut le lien d’un courriel. Rien n’en est consommé.",
    own: "Pour le titulaire d’un compte : le sien, ses droits, et à qui s’adresser.",
    list: "Pour un administrateur : les comptes qui expirent d’abord, une page à la fois.",
    create:
      "Pour un administrateur. Attention : le compte est créé pour de bon, un courriel et un courrier partent. La clé fait que la même demande, envoyée deux fois, n’est faite qu’une fois.",
    renew:
      "Pour un administrateur : ce que ferait le renouvellement de tous les comptes trouvés. Avec dryRun, rien n’est écrit.",
    history: "Pour un administrateur : ce qui a été fait, par qui, avant et après.",
    partner:
      "Pour un partenaire : ses comptes sont-ils bons ? Sa clé va dans l’onglet « Headers » ; elle n’est pas gardée.",
    feed: "Pour un partenaire : chaque changement, dès qu’il se produit.",
  },
  en: {
    anyone:
      "For anyone, signed in or not: who asks, and what an e-mail’s link is good for. Nothing is used up.",
    own: "For the holder of an account: their own, its rights, and whom to ask.",
    list: "For an administrator: the accounts that expire first, a page at a time.",
    create:
      "For an administrator. Beware: the account is really created, an e-mail and a letter leave. With its key, the same request sent twice is done once.",
    renew: "For an administrator: what renewing all that match would do. With dryRun, nothing is written.",
    history: "For an administrator: what was done, by whom, before and after.",
    partner:
      "For a partner system: whether accounts are good. Its key goes into the tab “Headers”; it is not kept.",
    feed: "For a partner system: each change, as it happens.",
  },
};

export function examples(language: Language, employerId: string, key: string): Example[] {
  const notes = NOTES[language];
  const tab = (note: string, query: string, variables: object = {}): Example => ({
    query: `${asComment(note)}\n\n${query}\n`,
    variables: JSON.stringify(variables, null, 2),
  });
  const withKey = { headers: JSON.stringify({ Authorization: "Bearer cptk_" }, null, 2) };
  return [
    tab(notes.anyone, ANYONE, { token: "…" }),
    tab(notes.own, OWN_ACCOUNT),
    tab(notes.list, ACCOUNTS, { employerId, first: 10, after: null }),
    tab(notes.create, CREATE, { input: newAccount(employerId, key) }),
    tab(notes.renew, RENEW, {
      input: { matching: { employerId, filter: { statuses: ["EXPIRED"] } }, dryRun: true },
    }),
    tab(notes.history, HISTORY, { employerId, first: 10 }),
    { ...tab(notes.partner, PARTNER, { identifiers: ["JLO000439", "FLO000394"] }), ...withKey },
    { ...tab(notes.feed, FEED), ...withKey },
  ];
}

/** In short lines, for the editor is narrow. */
function asComment(note: string): string {
  return note.replace(/(.{1,44})(?:\s|$)/g, "# $1\n").trimEnd();
}

function newAccount(employerId: string, idempotencyKey: string) {
  return {
    employerId,
    civility: "MADAME",
    lastName: "Exemple",
    firstName: "Anne",
    email: "anne.exemple@example.org",
    rights: [],
    idempotencyKey,
  };
}

const ANYONE = `query Anyone($token: String!) {
  viewer {
    kind
    profile
    sessionLapsesAt
  }
  passwordLink(token: $token) {
    state
    purpose
    expiresAt
  }
  themes {
    label
    services {
      code
      label
      levels
    }
  }
}`;

const OWN_ACCOUNT = `query OwnAccount {
  viewer {
    account {
      identifier
      firstName
      lastName
      status
      expiresOn
      rights {
        service {
          label
        }
        level
      }
      employer {
        name
        administrators {
          firstName
          lastName
          email
        }
      }
    }
  }
}`;

const ACCOUNTS = `query Accounts($employerId: ID!, $first: Int!, $after: String) {
  employer(id: $employerId) {
    name
    accounts(first: $first, after: $after, orderBy: { field: EXPIRES_ON }) {
      totalCount
      groups(by: STATUS) {
        key
        count
      }
      nodes {
        id
        identifier
        firstName
        lastName
        status
        expiresOn
        actions {
          action
          allowed
          refusal {
            message
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`;

const CREATE = `mutation CreateAccount($input: CreateAccountInput!) {
  createAccount(input: $input) {
    account {
      id
      identifier
      invitation {
        state
      }
    }
    errors {
      code
      field
      message
    }
  }
}`;

const RENEW = `mutation RenewDryRun($input: BulkAccountsInput!) {
  renewAccounts(input: $input) {
    done
    refused
    results {
      account {
        identifier
        expiresOn
      }
      errors {
        code
        message
      }
    }
    errors {
      code
      message
    }
  }
}`;

const HISTORY = `query History($employerId: ID!, $first: Int!) {
  employer(id: $employerId) {
    history(first: $first) {
      nodes {
        at
        actor
        operation
        account {
          identifier
        }
        changes {
          field
          before
          after
        }
      }
    }
  }
}`;

const PARTNER = `query PartnerStatuses($identifiers: [String!]!) {
  viewer {
    partner {
      name
      scopes
    }
  }
  accountStatuses(identifiers: $identifiers) {
    identifier
    status
    profile
    expiresOn
  }
}`;

const FEED = `subscription PartnerFeed {
  accountStatusChanged {
    identifier
    before
    after
    at
    cursor
  }
}`;
