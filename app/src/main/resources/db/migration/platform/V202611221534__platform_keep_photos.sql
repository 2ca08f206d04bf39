-- public photos of something that is told; people on them agreed
create table platform.photo (
    file_id uuid primary key references platform.file on delete cascade,
    owner_id uuid not null,
    alt text not null,
    people boolean not null,
    agreed boolean not null,
    constraint photo_people_agreed check (agreed or not people),
    constraint photo_says_what_it_shows check (alt <> '')
);
create index photo_of_owner on platform.photo (owner_id, file_id);
