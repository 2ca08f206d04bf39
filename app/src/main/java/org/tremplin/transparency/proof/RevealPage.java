package org.tremplin.transparency.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody chooses what becomes public.
 *
 * @param zones chosen freely before, other than a named one
 */
record RevealPage(
        String home,
        String back,
        String amount,
        boolean editable,
        boolean own,
        List<Sheet> sheets,
        List<Chosen> zones) {

    private static final int COLUMNS = 3;
    private static final int ROWS = 20;

    /** Which column of a named zone. */
    private static final List<String> PLACES = List.of("left", "middle", "right");

    /** @param cells named zones, row by row */
    record Sheet(int no, String image, int width, int height, List<Cell> cells) {}

    /** @param place left, middle or right */
    record Cell(String value, int row, String place, boolean chosen) {}

    record Chosen(String value, int page, int no) {}

    static Sheet sheet(ProofPage page, String home, List<Zone> chosen) {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                Zone zone = cell(page.no(), row, column);
                cells.add(new Cell(zone.written(), row + 1, PLACES.get(column), chosen.contains(zone)));
            }
        }
        return new Sheet(page.no(), home + "/pages/" + page.no(), page.width(), page.height(), cells);
    }

    /** Cells share their edges, so that nothing is left between two of them. */
    private static Zone cell(int page, int row, int column) {
        int left = Zone.WHOLE * column / COLUMNS;
        int top = Zone.WHOLE * row / ROWS;
        return new Zone(
                page, left, top, Zone.WHOLE * (column + 1) / COLUMNS - left, Zone.WHOLE * (row + 1) / ROWS - top);
    }

    static boolean named(Zone zone, List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.cells().stream())
                .anyMatch(cell -> cell.value().equals(zone.written()));
    }
}
