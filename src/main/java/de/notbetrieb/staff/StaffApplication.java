package de.notbetrieb.staff;

import de.notbetrieb.access.Attempts;
import de.notbetrieb.access.People;
import de.notbetrieb.access.web.Sessions;
import de.notbetrieb.access.web.SignInProvider;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.KeyChanging;
import de.notbetrieb.publishing.Partners;
import de.notbetrieb.publishing.Witnessing;
import de.notbetrieb.publishing.place.Places;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The staff's web application around the rooms, which do not know of it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {
      "de.notbetrieb.staff",
      "de.notbetrieb.access.web",
      "de.notbetrieb.town.web",
      "de.notbetrieb.situation.web",
      "de.notbetrieb.newsroom.web",
      "de.notbetrieb.publishing.web"
    })
public class StaffApplication implements WebMvcConfigurer {

  /** What the rooms need, opened by whoever starts this. */
  public record Rooms(
      Journal journal,
      People people,
      Editions editions,
      Places places,
      Purpose purpose,
      Clock clock,
      PublicPage publicPage) {
    /** The same where the public page is somebody else's. */
    public Rooms(
        Journal journal,
        People people,
        Editions editions,
        Places places,
        Purpose purpose,
        Clock clock) {
      this(journal, people, editions, places, purpose, clock, PublicPage.ELSEWHERE);
    }
  }

  /**
   * Where staff reach the program.
   *
   * @param port 0: any free one
   * @param tls absent: unencrypted, which only a loopback address may be
   */
  public record Listener(String host, int port, Optional<Pem> tls) {
    /** On this machine only. */
    public static Listener local(int port) {
      return new Listener("127.0.0.1", port, Optional.empty());
    }
  }

  /** A certificate and its key, as files. */
  public record Pem(Path certificate, Path key) {}

  /** Answers there until the context is closed. */
  public static ConfigurableApplicationContext start(Rooms rooms, Listener listener) {
    ApplicationContextInitializer<GenericApplicationContext> beans =
        context -> {
          context.registerBean(Journal.class, rooms::journal, d -> d.setDestroyMethodName(""));
          context.registerBean(People.class, rooms::people);
          context.registerBean(Editions.class, rooms::editions);
          context.registerBean(Places.class, rooms::places);
          context.registerBean(Purpose.class, rooms::purpose);
          context.registerBean(Clock.class, rooms::clock);
          context.registerBean(
              PublicPage.class, rooms::publicPage, d -> d.setDestroyMethodName(""));
        };
    return new SpringApplicationBuilder(StaffApplication.class)
        .initializers(beans)
        .logStartupInfo(false)
        .bannerMode(org.springframework.boot.Banner.Mode.OFF)
        .properties(properties(listener))
        .run();
  }

  private static Map<String, Object> properties(Listener listener) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", listener.host());
    properties.put("server.port", listener.port());
    listener
        .tls()
        .ifPresent(
            pem -> {
              properties.put("server.ssl.certificate", pem.certificate().toUri().toString());
              properties.put("server.ssl.certificate-private-key", pem.key().toUri().toString());
              properties.put("server.servlet.session.cookie.secure", "true");
            });
    properties.put("server.servlet.session.cookie.http-only", "true");
    properties.put("server.servlet.session.cookie.same-site", "strict");
    properties.put("server.servlet.session.timeout", "8h");
    properties.put("spring.threads.virtual.enabled", "true");
    properties.put("spring.servlet.multipart.max-file-size", "6MB");
    properties.put("spring.servlet.multipart.max-request-size", "7MB");
    properties.put("spring.flyway.enabled", "false");
    properties.put(
        "spring.autoconfigure.exclude",
        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration");
    return properties;
  }

  @Bean
  Screens screens() {
    return new Screens();
  }

  @Bean
  Frames frames(Editions editions, Purpose purpose, Clock clock) {
    return new StaffFrames(editions, purpose, clock);
  }

  @Bean
  Witnessing witnessing(Editions editions) {
    return editions.witnessing();
  }

  @Bean
  Partners partners(Editions editions) {
    return editions.partners();
  }

  @Bean
  KeyChanging keyChanging(Editions editions) {
    return editions.keyChanging();
  }

  @Bean
  Attempts attempts(Clock clock) {
    return new Attempts(clock);
  }

  @Bean
  SessionRegistry sessionRegistry() {
    return new SessionRegistryImpl();
  }

  @Bean
  Sessions sessions(SessionRegistry registry) {
    return new Sessions(registry);
  }

  /** Tells the registry of sessions that have ended. */
  @Bean
  HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      People people,
      Journal journal,
      Attempts attempts,
      SessionRegistry registry) {
    return http.authenticationProvider(new SignInProvider(people, journal, attempts))
        .sessionManagement(
            sessions ->
                sessions.maximumSessions(-1).sessionRegistry(registry).expiredUrl("/anmelden"))
        .authorizeHttpRequests(
            routes ->
                routes
                    .requestMatchers(
                        "/anmelden",
                        "/anfang",
                        "/wiederherstellen",
                        "/assets/**",
                        "/formats/**",
                        "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/anmelden")
                    .loginProcessingUrl("/anmelden")
                    .usernameParameter("name")
                    .passwordParameter("password")
                    .successHandler(StaffApplication::signedIn)
                    .failureHandler(StaffApplication::failed))
        .logout(logout -> logout.logoutUrl("/abmelden").logoutSuccessUrl("/anmelden"))
        .headers(
            headers ->
                // Every screen forbids all frames by its policy; a preview allows our own.
                headers
                    .frameOptions(frames -> frames.sameOrigin())
                    .contentSecurityPolicy(
                        csp ->
                            csp.policyDirectives(
                                "default-src 'self'; object-src 'none'; base-uri 'none';"
                                    + " form-action 'self'; frame-ancestors 'none'")))
        .build();
  }

  /** To the first screen that this person may see. */
  private static void signedIn(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    String first =
        who.getPrincipal() instanceof SignedIn me
            ? StaffFrames.navigation(me.person()).getFirst().path()
            : "/";
    response.sendRedirect(first);
  }

  private static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.sendRedirect(why instanceof LockedException ? "/anmelden?wait" : "/anmelden?error");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/vendor/", "classpath:/staff/", "classpath:/site/");
  }
}
