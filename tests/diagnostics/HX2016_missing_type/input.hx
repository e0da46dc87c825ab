interface Named {
	var name;
}
