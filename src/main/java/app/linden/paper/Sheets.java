package app.linden.paper;

import app.linden.model.Occurrence;

import java.util.ArrayList;
import java.util.List;

/** Pages that wait for their foot, since only the whole book knows how many there are. */
record Sheets(List<Sheet> sheets, List<Occurrence> shown) {
    static List<Page> bind(Source source, List<Sheets> parts) {
        int count = parts.stream().mapToInt(p -> p.sheets.size()).sum();
        List<Page> pages = new ArrayList<>();
        for (Sheets part : parts) {
            for (Sheet sheet : part.sheets) {
                Foot.draw(sheet, source, part.shown, pages.size() + 1, count);
                pages.add(sheet.page());
            }
        }
        return pages;
    }
}
