"""What the nouns of the schema declare for plans (`schema.execution.declared`)."""

from schema.accounts.page_plan import plan_account_connection
from schema.employers.key_plan import plan_employer
from schema.execution.declared import Declared

DECLARED = Declared(
    objects={"AccountConnection": plan_account_connection},
    fields={("Query", "employer"): plan_employer},
)
