package org.tremplin.capacity.resource;

/** The sheets that come with the application. */
public final class ShippedSheets {

    public static final SheetItems ITEMS = new SheetItems(new Sheets());

    private ShippedSheets() {}
}
