package example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class App {
    private final JdbcTemplate database;

    App(JdbcTemplate database) {
        this.database = database;
    }

    @GetMapping("/")
    String index() {
        return database.queryForObject("SELECT version()", String.class);
    }

    public static void main(String[] args) {
        SpringApplication.run(App.class, args);
    }
}
