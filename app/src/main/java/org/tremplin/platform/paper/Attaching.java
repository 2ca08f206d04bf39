package org.tremplin.platform.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Puts files inside a document, each said to supplement it (ISO 32000-2, 14.13). */
final class Attaching {

    private Attaching() {}

    static void attach(PDDocument document, List<Attachment> attachments) throws IOException {
        if (attachments.isEmpty()) {
            return;
        }
        Map<String, PDComplexFileSpecification> byName = new TreeMap<>();
        COSArray associated = new COSArray();
        for (Attachment attachment : attachments) {
            PDComplexFileSpecification one = specification(document, attachment);
            byName.put(attachment.name(), one);
            associated.add(one.getCOSObject());
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(byName);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
        document.getDocumentCatalog().setPageMode(PageMode.USE_ATTACHMENTS);
    }

    private static PDComplexFileSpecification specification(PDDocument document, Attachment attachment)
            throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(attachment.bytes());
        // a PDF is packed already
        PDEmbeddedFile file = attachment.type().equals("application/pdf")
                ? new PDEmbeddedFile(document, bytes)
                : new PDEmbeddedFile(document, bytes, COSName.FLATE_DECODE);
        file.setSubtype(attachment.type());
        file.setSize(attachment.bytes().length);
        PDComplexFileSpecification one = new PDComplexFileSpecification();
        one.setFile(attachment.name());
        one.setFileUnicode(attachment.name());
        one.setFileDescription(attachment.about());
        one.setEmbeddedFile(file);
        one.setEmbeddedFileUnicode(file);
        one.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Supplement");
        return one;
    }
}
