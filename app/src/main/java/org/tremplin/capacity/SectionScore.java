package org.tremplin.capacity;

/**
 * What the answers of a section make.
 *
 * @param span 0 to 100
 * @param coverage the part of its questions that got an answer, 0 to 1
 * @param counted questions that concern the association
 */
public record SectionScore(Section section, Span span, Ratio coverage, int counted) {}
