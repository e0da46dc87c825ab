interface A implements B {}
