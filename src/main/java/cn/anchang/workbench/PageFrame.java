package cn.anchang.workbench;

import cn.anchang.notice.StaffNotices;
import cn.anchang.organization.Staff;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link Frame} into the model of every page, whichever module the page belongs to; parts of a page have none. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    private final Staff staff;
    private final Places places;
    private final StaffNotices notices;

    PageFrame(Staff staff, Places places, StaffNotices notices) {
        this.staff = staff;
        this.places = places;
        this.notices = notices;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Authentication person) {
        if ("XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            return Frame.ofStranger();
        }
        if (person == null || person instanceof AnonymousAuthenticationToken || !person.isAuthenticated()) {
            return Frame.ofStranger();
        }
        List<Place> open = places.openTo(person);
        List<Frame.Area> areas = Arrays.stream(Place.Area.values())
                .map(area -> new Frame.Area(
                        area.title(),
                        open.stream()
                                .filter(place -> place.area() == area)
                                .map(place -> link(place, request))
                                .toList()))
                .filter(area -> !area.links().isEmpty())
                .toList();
        return new Frame(
                true,
                staff.displayName(person.getName()),
                staff.postsOf(person.getName()),
                areas,
                notices.unread(person.getName()));
    }

    private static Frame.Link link(Place place, HttpServletRequest request) {
        return new Frame.Link(place.title(), place.path(), place.covers(request.getRequestURI()));
    }
}
