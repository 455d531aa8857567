import stringWidth from 'string-width';

/** How many columns of a terminal a text takes: two for 会, none for a combining accent. */
export const columnsOf = (text: string): number => stringWidth(text);
