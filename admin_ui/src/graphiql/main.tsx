/** The GraphiQL page, built apart from the panel. What is typed stays in this tab until sign-out. */
import "./workers";
import "graphiql/style.css";
import "./graphiql.css";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { language } from "../i18n/language";
import { examples } from "./examples";
import { employerId, fetcher } from "./fetcher";
import { withoutHeaders } from "./storage";

const root = createRoot(document.getElementById("root") as HTMLElement);

employerId()
  .catch(() => "") // the page shows the error at the first request
  .then((id) => {
    const tabs = examples(language(), id, crypto.randomUUID());
    // GraphiQL ignores the variables of the first of its `defaultTabs`; once it has stored tabs, it uses
    // those.
    const isFirstVisit = sessionStorage.getItem("graphiql:tabState") === null;
    root.render(
      <GraphiQL
        fetcher={fetcher}
        storage={withoutHeaders(sessionStorage)}
        defaultTabs={tabs}
        {...(isFirstVisit ? { initialVariables: tabs[0]?.variables ?? "" } : {})}
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
