create index mail_refused on notification.mail (done_at) where state = 'FAILED';
