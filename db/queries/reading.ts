/** How far one table's ideas have been read by other tables. */
export type TableReadingView = { tableId: string; ideas: number; readByOthers: number; written: number }
