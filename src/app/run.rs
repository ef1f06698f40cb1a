//! A command and its effect: one line each. The work is done elsewhere.

use crate::model::{Language, RemarkBy, ThemeChoice};
use crate::ui::panes::{Palette, PaletteKind, Pick, Scroll};
use crate::ui::shortcuts::is_about_paper;
use crate::ui::{Command as C, SearchScope, View};

use super::lifecycle::AfterLeaving;
use super::outline::Mark;
use super::shown::Overlay;
use super::window::Window;

impl Window {
    /// Carries out what was asked for in the frame that just ended.
    pub(super) fn run(&mut self, command: C, ctx: &egui::Context) {
        if self.lifecycle.open.is_none() && !command.works_without_project() {
            return;
        }
        if self.place.position.view != View::Coding && is_about_paper(&command) {
            // Asked for by name from another view: nothing is done to a paper that is not seen.
            self.place.position.view = View::Coding;
        }
        match command {
            C::NewProject => self.leave(AfterLeaving::New),
            C::Open | C::AddDocuments => self.ask_open(),
            C::AddFolder => self.ask_folder(),
            C::BringIn => self.ask_bring_in(),
            C::CompareVersions => self.compare_versions(),
            C::TakeMerge => self.take_merge(),
            C::Sample => self.leave(AfterLeaving::Sample),
            C::Save => self.save(false),
            C::SaveAs => self.save_as(),
            C::Export => self.show_export(),
            C::CloseProject => self.leave(AfterLeaving::Close),
            C::Quit => self.leave(AfterLeaving::Quit),
            C::OpenPath(path) => self.take_project(path),
            C::ForgetRecent(path) => self.forget(&path),
            C::OpenUnsaved(path) => self.open_unsaved(path),
            C::DiscardUnsaved(path) => self.discard_unsaved(path),
            C::Take(paths) => self.take(paths),
            C::ExportAs(choice, scope) => self.ask_export(*choice, scope),
            C::StopExport => self.stop_export(),
            C::ImportView => self.toggle_import_view(),
            C::StopImport => self.stop_import(),
            C::KeepRead(keep) => self.keep_read(keep),
            C::OpenImported(document) => self.open_imported(document),
            C::PrintFacts => self.shown.overlay = Overlay::PrintFacts,

            C::Undo => self.undo(),
            C::Redo => self.redo(),
            C::RenameProject(name) => self.rename(&name),
            C::SetNumber(document, number) => self.set_number(document, &number),
            C::RemoveDocument(document) => self.remove(document),
            C::RemoveThisDocument => self.place.position.document.into_iter().for_each(|id| self.remove(id)),

            C::Tag(key) => self.tag(None, key),
            C::TagAll(key) => self.tag_all(key),
            C::Clear => self.clear(),
            C::ClearAll => self.clear_all(),
            C::TagQuestion(question, key) => self.tag_by_click(question, key),
            C::TagOpen(key) => self.tag_group(key, true),
            C::TagAllAnyway(key) => self.tag_group(key, false),
            C::Later => self.toggle_later(),
            C::Memo(question, memo) => self.set_memo(question, &memo),
            C::CloseStep => self.close_step(),
            C::Evidence => self.add_evidence(false),
            C::EvidenceForAll => self.add_evidence(true),
            C::DropEvidence(question, span) => self.drop_evidence(question, span),
            C::ChooseEvidence(question, span) => self.choose_evidence(question, span),
            C::DropChosenEvidence => self.drop_chosen_evidence(),
            C::MoveEvidence(question, from, to) => self.move_evidence(question, from, to),
            C::PushEvidence(end, forward) => self.push_evidence(end, forward),
            C::ShareEvidence(question, span) => self.share_evidence(question, span),
            C::FindEvidence(question, span) => self.find_evidence(question, span),
            C::Promise(question, step) => self.say_of_promise(question, step),
            C::LinkLater => self.link_later(),
            C::AnsweredLater => self.answered_later(),
            C::LedgerDay(typed) => self.set_ledger_day(&typed),
            C::ExportLedger => self.export_ledger(),
            C::NextPromise => self.panes.ledger.step(true),
            C::PreviousPromise => self.panes.ledger.step(false),
            C::OpenPromise => self.open_promise(),
            C::PromiseDate => self.panes.ledger.edit_date(),
            C::NextCase => self.panes.compare.step(true),
            C::PreviousCase => self.panes.compare.step(false),
            C::NextUndecided => self.step_undecided(true),
            C::PreviousUndecided => self.step_undecided(false),
            C::DecideTag(key) => self.panes.compare.draft_tag(key),
            C::CaseReason => self.panes.compare.edit_reason(),
            C::Decide => self.decide(),
            C::Reopen(question) => self.reopen(question),
            C::CopyAgreement => self.copy_agreement(ctx),
            C::ExportAgreement => self.export_agreement(),
            C::ReadAgain => self.ask_read_again(),
            C::Facets => self.pick(Pick::Facet),
            C::Facet(question, facet) => self.toggle_facet(question, &facet),
            C::AskedFor => self.pick(Pick::Asked),
            C::Asked(question, asked) => self.toggle_asked(question, asked),
            C::EditMemo => self.edit_memo(),

            C::GoDocument(document) => self.go_document(document),
            C::GoReference(document, question) => self.go_reference(document, question),
            C::FollowReference => self.follow_reference(),
            C::GoQuestion(question) => self.go_question(question),
            C::NextQuestion => self.step_question(true),
            C::PreviousQuestion => self.step_question(false),
            C::NextAnswer => self.step_answer(true),
            C::PreviousAnswer => self.step_answer(false),
            C::NextOpen => self.step_open(true),
            C::PreviousOpen => self.step_open(false),
            C::NextDocument => self.step_document(true),
            C::PreviousDocument => self.step_document(false),
            C::Enter => self.enter(),

            C::Find => self.find(SearchScope::Document, ctx),
            C::FindInProject => self.find(SearchScope::Project, ctx),
            C::SearchFor(typed) => self.search_for(typed),
            C::SearchIn(scope) => self.search_in(scope),
            C::GoHit(nth) => self.go_hit(nth, ctx),
            C::NextHit => self.step_hit(true, ctx),
            C::PreviousHit => self.step_hit(false, ctx),
            C::LeaveSearch => self.leave_search(),

            C::Filters => self.toggle_filters(ctx),
            C::Filter(filter) => self.place.filter = *filter,
            C::ShowBehind(filter) => self.show_behind(*filter),
            C::KeepFilter(name) => self.keep_filter(&name),
            C::DropFilter(name) => self.drop_filter(&name),

            C::ShowPlace(span) => self.panes.reader.show_place(span),
            C::ScrollDown => self.panes.reader.scroll(Scroll::LineDown),
            C::ScrollUp => self.panes.reader.scroll(Scroll::LineUp),
            C::PageDown => self.panes.reader.scroll(Scroll::PageDown),
            C::PageUp => self.panes.reader.scroll(Scroll::PageUp),
            C::Top => self.panes.reader.scroll(Scroll::Top),
            C::Bottom => self.panes.reader.scroll(Scroll::Bottom),
            C::NextSentence => self.panes.reader.select_sentence(true, false),
            C::PreviousSentence => self.panes.reader.select_sentence(false, false),
            C::ExtendNextSentence => self.panes.reader.select_sentence(true, true),
            C::ExtendPreviousSentence => self.panes.reader.select_sentence(false, true),
            C::Caret => self.panes.reader.enter_caret(),
            C::Copy => self.copy(ctx, false),
            C::CopyWithSource => self.copy(ctx, true),
            C::Fold => self.panes.reader.toggle_remarks(),
            C::FoldFinished => self.fold_finished(),
            C::Cues => self.toggle_cues(),
            C::CueList => self.shown.overlay = Overlay::CueList(Box::default()),
            C::EditCues(edit) => self.edit_cues(edit),

            C::OutlineMode => self.toggle_outline(),
            C::NextPart => self.step_part(true),
            C::PreviousPart => self.step_part(false),
            C::ChoosePart(chosen) => self.choose_part(chosen),
            C::GoPart(chosen) => self.go_part(chosen),
            C::SplitPart => self.split_part(),
            C::JoinPart => self.join_part(),
            C::MarkQuestion => self.mark(Mark::Question),
            C::MarkAnswer => self.mark(Mark::Answer),
            C::MarkJoint => self.mark(Mark::Joint),
            C::MarkRemark => self.mark(Mark::Remark(RemarkBy::Asker)),
            C::MarkGovernmentRemark => self.mark(Mark::Remark(RemarkBy::Government)),
            C::MarkRest => self.mark(Mark::Rest),
            C::Renumber => self.renumber(),
            C::BorderUp => self.push_border(false, false),
            C::BorderDown => self.push_border(true, false),
            C::BorderWordUp => self.push_border(false, true),
            C::BorderWordDown => self.push_border(true, true),
            C::MoveBorder(from, to) => self.move_border(from, to),
            C::Relabel(question, label) => self.relabel(question, &label),
            C::ToggleAnswered(answer, question) => self.toggle_answered(answer, question),
            C::NextDoubt => self.next_doubt(),
            C::GoDoubt(doubt) => self.go_doubt(doubt),
            C::SettleDoubt(doubt, part) => self.settle_doubt(doubt, part),
            C::MendDoubt(doubt) => self.mend_doubt(doubt),
            C::Recut => self.recut(),
            C::ConfirmOutline => self.confirm_outline(),
            C::SetHead(document, field, typed) => self.set_head(document, field, &typed),
            C::SetHouse(document, code, kind) => self.set_house(document, code, kind),

            C::Codebook(step) => self.change_codebook(step),
            C::ImportCodebook => self.ask_codebook(),
            C::ExportCodebook(format) => self.ask_codebook_to(format),
            C::TakeCodebook => self.take_codebook(),

            C::Team => self.show_team(),
            C::CallMe(name) => self.call_me(&name),
            C::Claim(coder) => self.claim(coder),
            C::PlanRound(draft) => self.plan_round(&draft),
            C::SitIn(round) => self.sit_in(round),
            C::JoinRound(round) => self.join_round(round),
            C::HandIn(round) => self.hand_in(round),
            C::AskHandIn => self.ask_hand_in(),
            C::DropRound(round) => self.drop_round(round),
            C::HandOver => self.ask_package(),

            C::GoView(view) => self.go_view(view),
            C::List => self.toggle_list(ctx),
            C::Pane => self.shown.pane = !self.shown.pane,
            C::Larger => self.resize_text(1.0),
            C::Smaller => self.resize_text(-1.0),
            C::UsualSize => self.resize_text(0.0),
            C::Language(language) => self.set_language(language),
            C::Theme(theme) => self.set_theme(theme, ctx),
            C::SingleKeys(on) => self.prefer(|preferences| preferences.single_keys = on),
            C::PaneWidth(width) => self.prefer(|preferences| preferences.pane_width = width),
            C::FullScreen => toggle_full_screen(ctx),
            C::Palette => self.shown.overlay = Overlay::Palette(Palette::new(PaletteKind::Commands)),
            C::GoTo => self.shown.overlay = Overlay::Palette(Palette::new(PaletteKind::Places)),
            C::Definition => self.show_definition(),
            C::Keys => self.shown.overlay = Overlay::Keys,
            C::Settings => self.shown.overlay = Overlay::Settings,
            C::NextRegion => self.next_region(true, ctx),
            C::PreviousRegion => self.next_region(false, ctx),
            C::Escape => self.escape(ctx),

            C::PathGiven(path) => self.path_given(&path),
            C::SaveThenGoOn => self.save_then(),
            C::DiscardAndGoOn => self.discard(),
            C::SaveAnyway => self.save(true),
            C::DismissNotice(place) => self.dismiss(place),
            C::CloseOverlay => self.close_overlay(),
        }
    }

    pub(super) fn set_language(&mut self, language: Option<Language>) {
        self.prefer(|preferences| preferences.language = language);
    }

    pub(super) fn set_theme(&mut self, theme: ThemeChoice, ctx: &egui::Context) {
        self.prefer(|preferences| preferences.theme = theme);
        self.show_theme(ctx);
    }
}

fn toggle_full_screen(ctx: &egui::Context) {
    let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
    ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!full));
}
