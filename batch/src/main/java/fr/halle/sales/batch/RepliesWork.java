package fr.halle.sales.batch;

import fr.halle.sales.service.ReplyMailbox;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.List;

/** C23: the mails that wait in the mailbox of replies, by their numbers there; nothing where no mailbox is set. */
@Service
public class RepliesWork implements DueWork {

    @Inject
    private ReplyMailbox mailbox;

    @Override
    public String name() {
        return "replies";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return mailbox.waiting(afterId, most);
    }

    @Override
    public void workOn(long id) {
        mailbox.take(List.of(id));
    }
}
