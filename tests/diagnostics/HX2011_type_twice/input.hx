class Main {}

enum Main {
	A;
}
