package org.tremplin.platform.paper;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** What each part of a paper is, so that a screen reader says headings, paragraphs, lists and tables, not lines. */
final class Tags {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    private final COSArray parents = new COSArray();

    /** Of the present page. */
    private COSArray marks = new COSArray();

    Tags(PDDocumentCatalog catalog) {
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        catalog.setStructureTreeRoot(root);
        root.appendKid(whole);
    }

    PDStructureElement whole() {
        return whole;
    }

    static PDStructureElement element(String type, PDStructureElement parent, PDPage page) {
        PDStructureElement element = new PDStructureElement(type, parent);
        element.setPage(page);
        parent.appendKid(element);
        return element;
    }

    /** @return the number of what is drawn next, within its page */
    int mark(PDStructureElement element, PDPage page) {
        int mark = marks.size();
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setMCID(mark);
        reference.setPage(page);
        element.appendKid(reference);
        marks.add(element.getCOSObject());
        return mark;
    }

    /** @param number from 1 */
    void close(PDPage page, int number) {
        int key = number - 1;
        page.setStructParents(key);
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        parents.add(COSInteger.get(key));
        parents.add(marks);
        marks = new COSArray();
    }

    /** @param pages all of them */
    void close(int pages) {
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, parents);
        root.setParentTree(new PDNumberTreeNode(tree, PDParentTreeValue.class));
        root.setParentTreeNextKey(pages);
    }
}
