/** The path of the browser that the report page is tried in; undefined when none is installed. */
export const chromiumPath: string | undefined;
/** As `chromiumPath`. @throws Error when there is none. */
export function needChromium(): string;
