/** How many accounts a page of the list shows: as the address says, else as was chosen last in this browser. */
import { oneOf } from "../../service/searchParams";
import { type AccountsSearch, PAGE_SIZES } from "./search";

type PageSize = (typeof PAGE_SIZES)[number];

const STORAGE_KEY = "comptoir.pageSize";
// Read once, so that what another tab chooses does not change the page that this one shows.
let lastChoice = oneOf(PAGE_SIZES, storedPageSize());

/** An address of a later page that says no size is of a page of the default size. */
export function pageSizeOf({ lignes, page }: AccountsSearch): PageSize {
  return lignes ?? (page ? PAGE_SIZES[0] : lastChoice);
}

export function rememberPageSize(size: PageSize): void {
  lastChoice = size;
  try {
    localStorage.setItem(STORAGE_KEY, size);
  } catch {
    // the browser's settings can forbid storage
  }
}

function storedPageSize(): string | undefined {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
