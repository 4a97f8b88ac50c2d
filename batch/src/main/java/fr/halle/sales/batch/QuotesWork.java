package fr.halle.sales.batch;

import fr.halle.sales.service.QuoteClock;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** Quotes whose last day is near or over: a reminder, the end, their places back. */
@Service
public class QuotesWork implements DueWork {

    @EJB
    private QuoteClock quotes;

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return quotes.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        quotes.advance(id);
    }
}
