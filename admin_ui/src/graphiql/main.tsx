/** GraphiQL, a page of its own beside the panel. What is typed in it stays in this tab, until sign-out. */
import "./workers";
import "graphiql/style.css";
import "./graphiql.css";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { language } from "../i18n/language";
import { examples } from "./examples";
import { withoutHeaders } from "./memory";
import { employerId, fetcher } from "./service";

const root = createRoot(document.getElementById("root") as HTMLElement);

employerId()
  .catch(() => "") // the page shows what is wrong at the first question
  .then((id) => {
    const tabs = examples(language(), id, crypto.randomUUID());
    // Of the tab in sight GraphiQL takes the variables from here alone; once it is in use, from its storage.
    const unused = sessionStorage.getItem("graphiql:tabState") === null;
    root.render(
      <GraphiQL
        fetcher={fetcher}
        storage={withoutHeaders(sessionStorage)}
        defaultTabs={tabs}
        {...(unused ? { initialVariables: tabs[0]?.variables ?? "" } : {})}
        defaultEditorToolsVisibility="variables"
        shouldPersistHeaders={false}
        showPersistHeadersSettings={false}
      >
        <GraphiQL.Logo>
          <a className="graphiql-logo-link" href="/">
            Comptoir
          </a>
        </GraphiQL.Logo>
      </GraphiQL>,
    );
  });
