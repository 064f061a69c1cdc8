package app.linden.ui.paper;

import app.linden.base.Problem;
import app.linden.paper.Page;
import app.linden.ui.kit.Texts;

import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Group;
import javafx.scene.transform.Translate;
import javafx.stage.Window;

import java.util.List;

/** Hands pages to a printer. Lives on JavaFX's thread. */
final class Printing {
    private Printing() {}

    /** Whether there is a printer; may take a while where printers are asked over the net. */
    static boolean isPossible() {
        return Printer.getDefaultPrinter() != null;
    }

    /**
     * Asks with the system's own dialog, then prints.
     *
     * @return false when the person chose not to
     */
    static boolean print(List<Page> pages, Window owner) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            throw new Problem(Problem.Kind.TRY_LATER, Texts.text("print.no-printer"));
        }
        Page first = pages.getFirst();
        boolean lies = first.width() > first.height();
        double upright = lies ? first.width() : first.height();
        Paper paper = upright > 800 ? Paper.A4 : Paper.NA_LETTER;
        PageLayout layout =
                job.getPrinter()
                        .createPageLayout(
                                paper,
                                lies ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
                                Printer.MarginType.HARDWARE_MINIMUM);
        job.getJobSettings().setPageLayout(layout);
        job.getJobSettings().setJobName("Linden");
        if (!job.showPrintDialog(owner)) {
            job.cancelJob();
            return false;
        }
        PageLayout chosen = job.getJobSettings().getPageLayout();
        boolean printed = true;
        for (Page page : pages) {
            Group drawing = Drawing.of(page);
            // The page has margins of its own.
            drawing.getTransforms()
                    .add(new Translate(-chosen.getLeftMargin(), -chosen.getTopMargin()));
            printed &= job.printPage(chosen, new Group(drawing));
        }
        if (!printed || !job.endJob()) {
            throw new Problem(Problem.Kind.TRY_LATER, Texts.text("print.failed"));
        }
        return true;
    }
}
