/// The one list of what the window can ask for: name, function, what is asked, what is answered.
///
/// The shell makes its commands of it, the build script its permissions, and [`typescript`](crate::wire::typescript)
/// the window's types. Functions that take a path to write to are not here: the window never names a file
/// that no dialog has chosen.
#[macro_export]
macro_rules! with_commands {
    ($then:ident) => {
        $then! {
            (start_view, $crate::books::start_view, $crate::books::StartAsk, $crate::books::StartView)
            (book_create, $crate::books::book_create, $crate::books::BookCreate, $crate::books::BookCreated)
            (book_open, $crate::books::book_open, $crate::books::BookOpen, $crate::books::BookView)
            (book_close, $crate::books::book_close, $crate::books::BookClose, ())
            (client_list, $crate::clients::client_list, $crate::clients::ClientListAsk, $crate::clients::ClientList)
            (client_view, $crate::clients::client_view, $crate::clients::ClientAsk, $crate::clients::ClientView)
            (invoice_list, $crate::invoices::invoice_list, $crate::invoices::InvoiceListAsk, $crate::invoices::InvoiceList)
            (invoice_view, $crate::invoices::invoice_view, $crate::invoices::InvoiceAsk, $crate::invoices::InvoiceDetail)
            (ageing, $crate::ageing::ageing, $crate::ageing::AgeingAsk, $crate::ageing::AgeingView)
        }
    };
}
