/**
 * Who acts for an association, in which role, until when; invitations by mail. An association always keeps a president
 * without end date.
 */
@NullMarked
package org.tremplin.association.member;

import org.jspecify.annotations.NullMarked;
